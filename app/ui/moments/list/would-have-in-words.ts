// "About 18 times in your store's last 90 days. That is 900 points, worth €45.00.": what a ready-made moment would have come to.
import { YES, type OfferForm } from '#app/core/editing/moment-rule-form.ts';
import { beginMoment, type ReadyMade } from '#app/core/editing/ready-made.ts';
import { causeOf } from '#app/core/moments/causes/cause-kinds.ts';
import { wouldHave, type WouldHave } from '#app/core/moments/would-have.ts';
import { worthOf } from '#app/core/rewards/any-amount.ts';
import type { NoticeKind } from '#app/core/notices/notice-kinds.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { byLanguage } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { heardBeforehand } from '../../notices/moment-heard.ts';
import type { Wording } from '../../stamps/card-terms.ts';

type Around = { known: WouldHave; rewards: readonly Reward[] };

export function wouldHaveInWords(ready: ReadyMade, { known, rewards }: Around, wording: Wording): string {
  const { language } = wording;
  const { momentFigures: say } = textsOf(language);
  if (causeOf(ready.kind).asksDate) return say.whenTold;
  if (ready.kind === 'by-hand') return say.byYou;
  const { when, offers } = beginMoment(
    ready,
    byLanguage(() => ''),
  );
  const times = wouldHave(known, { kind: ready.kind, n: Number(when['n']), every: when['every'] === YES });
  const cost = times ? costInWords(times, offers, rewards, wording) : [];
  return [timesInWords(times, wording), ...cost].join(' ');
}

/** @param times null where nobody knows */
export function timesInWords(times: number | null, { language }: Wording): string {
  const { momentFigures: say } = textsOf(language);
  if (times === null) return say.notMeasured;
  return times === 0 ? say.never : say.about(formatNumber(times, language), pluralForm(times, language));
}

/** Of points alone: what else it brings is still to be chosen. */
function costInWords(
  times: number,
  [offer, ...more]: readonly OfferForm[],
  rewards: readonly Reward[],
  { language, currency }: Wording,
): string[] {
  if (offer?.kind !== 'points' || more.length > 0) return [];
  const { momentFigures: say } = textsOf(language);
  const points = times * Number(offer.points);
  const inNumbers = formatNumber(points, language);
  for (const { cost, gives } of rewards) {
    if (gives.kind !== 'any-amount') continue;
    const worth = worthOf(points, { points: cost, minor: gives.minor });
    return [say.aboutMoney(inNumbers, formatMoney(worth, currency, language))];
  }
  return [say.aboutPoints(inNumbers)];
}

/** How customers hear of what it begins with. */
export function heardInWords(ready: ReadyMade, flow: readonly NoticeKind[], { language }: Wording): string {
  const begun = beginMoment(
    ready,
    byLanguage(() => ''),
  );
  return heardBeforehand(begun, flow, language);
}
