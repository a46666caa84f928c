// "All members get 50 points for their birthday, 3 days before it." and what else the rule says.
import { momentChanges, type MomentChange } from '#app/core/moments/moment-changes.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Language } from '#app/core/values/languages.ts';
import { momentKind, type MomentKind } from '#app/core/moments/kinds/moment-kinds.ts';
import type { Moment, MomentOffer } from '#app/core/moments/moment-rules.ts';
import { isForEverybody, whoOf } from '#app/core/moments/who-of-moment.ts';
import type { PluralForm } from '#app/locales/plural.ts';
import { textsOf } from '#app/locales/texts.ts';
import { amountInWords } from '#app/ui/orders/explain-order.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import type { Wording } from '../stamps/card-terms.ts';
import { describeConditions } from '../who/describe-who.ts';

/** The program that the moment belongs to: what points are called in it, and what its rewards are. */
export type AroundMoment = Pick<ProgramRules, 'names' | 'rewards'>;

/** "50 points", or the name of the reward. */
export function giftInWords(offer: MomentOffer, of: AroundMoment, { language, currency }: Wording): string {
  const { names, rewards = [] } = of;
  if (offer.kind === 'points') {
    return amountInWords(offer.points, { language, currency, names, unit: 'points' });
  }
  const reward = rewards.find(({ key }) => key === offer.key);
  const { overview, birthdays } = textsOf(language);
  return reward ? overview.quoted(reward.title[language]) : birthdays.offer.giftGone;
}

/** "All members get 50 points for their birthday, on the day itself." */
export function giftSentence(moment: Moment, of: AroundMoment, wording: Wording): string {
  const { kind, offer, daysBefore } = moment;
  const { language } = wording;
  const { offer: say } = textsOf(language).birthdays;
  const points = giftInWords(offer, of, wording);
  const when = daysBefore === 0 ? say.onTheDay : say.before(...counted(daysBefore, language));
  const who = isForEverybody(moment) ? say.members.all : say.some(describeConditions(whoOf(moment), wording));
  return say.sentence[kind](who, points, when);
}

/** The same, and what else the rule says. */
export function occasionSentence(occasion: Moment, of: AroundMoment, wording: Wording): string {
  const { language } = wording;
  const { offer: say } = textsOf(language).birthdays;
  const { kind, daysAfter, waitDays, asksYear } = occasion;
  const late = momentKind(kind).told ? say.late : say.lateUntold;
  return [
    giftSentence(occasion, of, wording),
    ...(daysAfter === 0 ? [] : [late(...counted(daysAfter, language))]),
    ...(waitDays === 0 ? [] : [say.wait(...counted(waitDays, language))]),
    ...(asksYear ? [say.asksYear] : []),
  ].join(' ');
}

export function counted(days: number, language: Language): [count: string, form: PluralForm] {
  return [formatNumber(days, language), pluralForm(days, language)];
}

export function occasionOf({ occasions }: ProgramRules, wanted: MomentKind): Moment | null {
  return occasions.find(({ kind }) => kind === wanted) ?? null;
}

/** One sentence per difference; none when both give the same. */
export function momentChangesInWords(before: ProgramRules, after: ProgramRules, wording: Wording): string[] {
  return momentChanges(before.occasions, after.occasions).map((change) =>
    changeInWords(change, before, after, wording),
  );
}

function changeInWords(
  { kind, occasion }: MomentChange,
  before: ProgramRules,
  after: ProgramRules,
  wording: Wording,
): string {
  const { offer: say } = textsOf(wording.language).birthdays;
  const sentence = (rules: ProgramRules) => {
    const found = occasionOf(rules, occasion);
    return found ? occasionSentence(found, rules, wording) : '';
  };
  const name = say.kinds[occasion];
  switch (kind) {
    case 'occasion-added':
      return say.added(name, sentence(after));
    case 'occasion-ended':
      return say.ended(name);
    case 'occasion-changed':
      return say.changed(name, sentence(after), sentence(before));
  }
}
