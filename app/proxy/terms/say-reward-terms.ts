// A reward in the terms: what it costs and gives, and each of its conditions, a sentence each.
import { kindOf } from '#app/core/rewards/kinds/kind-of.ts';
import type { GivesOf, KindName } from '#app/core/rewards/kinds/reward-kind.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { textsOf } from '#app/locales/texts.ts';
import { sayMoney } from '../say-money.ts';
import { pluralOf, sayNumber, sayPoints } from '../say-points.ts';
import { sayDays } from './say-days.ts';
import type { TermsWording } from './say-fact.ts';
import { sayAlone } from './say-alone.ts';

type Say<K extends KindName> = (gives: GivesOf<K>, wording: TermsWording) => string;

/** What each kind takes off. */
const GIVES: { readonly [K in KindName]: Say<K> } = {
  amount: ({ minor }, wording) => textsOf(wording.language).rewards.off(money(minor, wording)),
  percent: ({ percent, of, mostMinor }, wording) => {
    const { rewards, terms } = textsOf(wording.language);
    const part = sayPercent(percent, wording);
    const off = of === 'order' ? rewards.percentOff(part) : terms.percentOffChosen(part);
    return mostMinor === null ? off : rewards.atMost(off, money(mostMinor, wording));
  },
  'free-shipping': ({ upToMinor }, wording) => {
    const { rewards } = textsOf(wording.language);
    return upToMinor === null ? rewards.freeShipping : rewards.freeShippingUpTo(money(upToMinor, wording));
  },
  product: ({ productIds, upToMinor }, wording) => {
    const { rewards, terms } = textsOf(wording.language);
    const count = productIds.length;
    const chosen = terms.chosenProducts(
      sayNumber(count, wording.language),
      pluralOf(count, wording.language),
    );
    return upToMinor === null
      ? rewards.freeItem(chosen)
      : rewards.freeItemUpTo(chosen, money(upToMinor, wording));
  },
  'any-amount': ({ minor }, wording) => money(minor, wording),
};

const money = (minor: number, { language, currency }: TermsWording): string =>
  sayMoney(minor, language, currency);

const sayPercent = (percent: number, { language }: TermsWording): string =>
  new Intl.NumberFormat(language, { style: 'percent' }).format(percent / 100);

function saidGives<K extends KindName>(gives: GivesOf<K> & { kind: K }, wording: TermsWording): string {
  return GIVES[gives.kind](gives, wording);
}

/** "100 points are €5.00 off the order." */
export function sayRewardRule({ gives, cost }: Reward, wording: TermsWording): string {
  const { language, names } = wording;
  const { rewards } = textsOf(language);
  const points = sayPoints(cost, language, names);
  const what = saidGives(gives, wording);
  return gives.kind === 'any-amount'
    ? rewards.anyAmount(points, what)
    : rewards.sentence(points, pluralOf(cost, language), what);
}

export function sayRewardTerms(reward: Reward, wording: TermsWording): string[] {
  const { language } = wording;
  const { rewards, terms } = textsOf(language);
  const { minimumMinor, startsOn, endsOn, refund, combinesWith, gives } = reward;
  const taken = sayDays({ startsOn, endsOn }, language);
  const shipping = kindOf(gives).discountClass(gives) === 'shipping' || combinesWith.shipping;
  return [
    ...amountTerms(reward, wording),
    ...(minimumMinor === null ? [] : [rewards.terms.minimum(money(minimumMinor, wording))]),
    ...lifeOf(reward, wording),
    ...(taken === null ? [] : [rewards.terms.taken(taken)]),
    ...limitsOf(reward, wording),
    ...sayAlone({ ...combinesWith, shipping }, language),
    refund === 'nothing' ? rewards.terms.keepsPoints : terms.refundBrings,
  ];
}

function amountTerms({ gives }: Reward, wording: TermsWording): string[] {
  if (gives.kind !== 'any-amount') return [];
  const { terms } = textsOf(wording.language).rewards;
  const { leastMinor, mostMinor, sharePercent } = gives;
  return [
    terms.least(money(leastMinor, wording)),
    ...(mostMinor === null ? [] : [terms.most(money(mostMinor, wording))]),
    ...(sharePercent === 100 ? [] : [terms.share(sayPercent(sharePercent, wording))]),
  ];
}

function lifeOf({ lastsDays, usable, usableOn }: Reward, { language }: TermsWording): string[] {
  const { terms } = textsOf(language).rewards;
  if (usableOn) {
    const days = sayDays({ startsOn: usableOn.from, endsOn: usableOn.until }, language);
    return days === null ? [] : [terms.usableOn(days)];
  }
  const life = terms.life(sayNumber(lastsDays, language), pluralOf(lastsDays, language));
  return usable === 'next-day' ? [life, terms.nextDay] : [life];
}

function limitsOf({ limits }: Reward, { language }: TermsWording): string[] {
  const { terms } = textsOf(language).rewards;
  const { perPerson, perPeriod, inAll } = limits;
  const number = (times: number) => sayNumber(times, language);
  return [
    ...(perPerson === null ? [] : [terms.perPerson(number(perPerson))]),
    ...(perPeriod === null ? [] : [terms.perPeriod[perPeriod.period](number(perPeriod.count))]),
    ...(inAll === null ? [] : [terms.inAll(number(inAll))]),
  ];
}
