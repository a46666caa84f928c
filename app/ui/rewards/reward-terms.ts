// The terms of a reward, a sentence each: the smallest order, how long and when it can be used, limits, other discounts.
import { kindOf } from '#app/core/rewards/kinds/kind-of.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { textsOf } from '#app/locales/texts.ts';
import { capital, formatMoney, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { daysInWords, notCombined, type Wording } from '../stamps/card-terms.ts';
import { kindWordsOf } from './kinds/kind-words-of.ts';

export function rewardTerms(reward: Reward, wording: Wording): string[] {
  const { language } = wording;
  const { terms } = textsOf(language).rewards;
  const taken = daysInWords(reward, language);
  const alone = aloneOf(reward, wording);
  const all = [
    ...kindWordsOf(reward.gives).terms(reward.gives, wording),
    minimumOf(reward, wording),
    lifeOf(reward, wording),
    taken === '' ? '' : terms.taken(taken),
    ...limitsInWords(reward, wording),
    alone === null ? '' : terms.alone(alone),
    reward.refund === 'nothing' ? terms.keepsPoints : '',
  ];
  return all.filter((term) => term !== '');
}

function minimumOf(reward: Reward, { language, currency }: Wording): string {
  const { minimumMinor, gives } = reward;
  if (minimumMinor === null || kindWordsOf(gives).isPlainMinimum(reward, gives)) return '';
  const { terms } = textsOf(language).rewards;
  return terms.minimum(formatMoney(minimumMinor, currency, language));
}

function lifeOf({ lastsDays, usable, usableOn }: Reward, { language }: Wording): string {
  const { terms } = textsOf(language).rewards;
  if (usableOn) {
    const { from: startsOn, until: endsOn } = usableOn;
    return terms.usableOn(daysInWords({ startsOn, endsOn }, language));
  }
  const life = terms.life(formatNumber(lastsDays, language), pluralForm(lastsDays, language));
  return usable === 'next-day' ? `${life} ${terms.nextDay}` : life;
}

/** "At most 2 a calendar month for one customer." */
export function limitsInWords({ limits }: Reward, { language }: Pick<Wording, 'language'>): string[] {
  const { terms } = textsOf(language).rewards;
  const { perPerson, perPeriod, inAll } = limits;
  const number = (times: number) => formatNumber(times, language);
  return [
    ...(perPerson === null ? [] : [terms.perPerson(number(perPerson))]),
    ...(perPeriod === null ? [] : [terms.perPeriod[perPeriod.period](number(perPeriod.count))]),
    ...(inAll === null ? [] : [terms.inAll(number(inAll))]),
  ].map(capital);
}

/** Free shipping never stands beside another of its kind: that goes without saying. */
export function aloneOf(
  { combinesWith, gives }: Reward,
  { language }: Pick<Wording, 'language'>,
): string | null {
  const said =
    kindOf(gives).discountClass(gives) === 'shipping' ? { ...combinesWith, shipping: true } : combinesWith;
  return notCombined({ combinesWith: said }, language);
}
