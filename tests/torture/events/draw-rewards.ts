// What points buy in a version: an amount off, a part off, shipping. Few values, so that one comes back while its discount is
// still ending; the same keys, so that what is held outlives what is published.
import { rewardRules } from '#app/core/rewards/reward-rules.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Random } from '../random.ts';
import { dayIn, daysLater } from '../replay/terms.ts';
import type { ShopHistory } from '../shop-history.ts';

const TITLES = {
  money: { en: 'Money off', fr: 'Une remise' },
  part: { en: 'A part off', fr: 'Une part offerte' },
  sending: { en: 'Free sending', fr: 'Livraison offerte' },
};
const TOGETHER = { product: true, order: true, shipping: true };
const ALONE = { product: false, order: false, shipping: true };

/** How often one may have it, and from which order on it counts. */
function drawLimits(random: Random) {
  const [perPerson, perPeriod, inAll] = [random.chance(0.15), random.chance(0.2), random.chance(0.15)];
  const period = random.pick(['day', 'day', 'week', 'month', 'year'] as const);
  const counts = [random.pick([1, 2, 5]), random.pick([1, 2]), random.pick([3, 10, 25])] as const;
  return {
    minimumMinor: random.chance(0.3) ? 2_000 : null,
    limits: {
      perPerson: perPerson ? counts[0] : null,
      perPeriod: perPeriod ? { count: counts[1], period } : null,
      inAll: inAll ? counts[2] : null,
    },
  };
}

/** When points buy it, and when it can be used: mostly always, else around the day of drawing. */
function drawDays(random: Random, today: string) {
  const [begins, ends, named] = [random.chance(0.1), random.chance(0.15), random.chance(0.15)];
  const [first, last] = [random.whole(0, 1), random.whole(0, 3)];
  const [from, days] = [random.whole(-1, 2), random.whole(0, 4)];
  const until = daysLater(today, Math.max(0, from + days));
  return {
    startsOn: begins ? daysLater(today, first) : null,
    endsOn: ends ? daysLater(today, Math.max(first, last)) : null,
    ...(named ? { usableOn: { from: daysLater(today, from), until } } : {}),
    lastsDays: random.pick([1, 2, 30]),
    usable: random.chance(0.15) ? 'next-day' : 'at-once',
  };
}

export function drawRewards(random: Random, { shop }: ShopHistory): NonNullable<ProgramRules['rewards']> {
  const today = dayIn(shop.setup.timeZone, shop.now());
  const some = shop.products.slice(0, 3).map(({ id }) => id);
  const of = random.chance(0.5) ? 'order' : { productIds: some, collectionIds: [] };
  const common = () => ({
    ...drawDays(random, today),
    ...drawLimits(random),
    refund: random.chance(0.25) ? 'nothing' : 'in-proportion',
    combinesWith: random.chance(0.85) ? TOGETHER : ALONE,
  });
  const all = [
    { key: 'money', cost: random.pick([30, 47]), gives: { kind: 'amount', minor: random.pick([50, 99]) } },
    { key: 'part', cost: random.pick([40, 61]), gives: { kind: 'percent', percent: 10, of } },
    { key: 'sending', cost: random.pick([20, 33]), gives: { kind: 'free-shipping', upToMinor: null } },
  ].map((each) => {
    const { combinesWith, ...terms } = common();
    const isSending = each.key === 'sending';
    return {
      ...each,
      ...terms,
      title: TITLES[each.key as keyof typeof TITLES],
      combinesWith: isSending ? { ...combinesWith, shipping: false } : combinesWith,
    };
  });
  return rewardRules.parse(all.filter(({ key }) => key === 'money' || random.chance(0.8)));
}
