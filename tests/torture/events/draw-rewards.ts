// What points buy in a version: an amount off, a part off, shipping. Few values, so that one comes back while its discount is
// still ending; the same keys, so that what is held outlives what is published.
import { rewardRules } from '#app/core/rewards/reward-rules.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Random } from '../random.ts';
import type { ShopHistory } from '../shop-history.ts';

const TITLES = {
  money: { en: 'Money off', fr: 'Une remise' },
  part: { en: 'A part off', fr: 'Une part offerte' },
  sending: { en: 'Free sending', fr: 'Livraison offerte' },
};
const TOGETHER = { product: true, order: true, shipping: true };

export function drawRewards(random: Random, { shop }: ShopHistory): NonNullable<ProgramRules['rewards']> {
  const some = shop.products.slice(0, 3).map(({ id }) => id);
  const of = random.chance(0.5) ? 'order' : { productIds: some, collectionIds: [] };
  const common = () => ({
    lastsDays: random.pick([1, 2, 30]),
    usable: random.chance(0.1) ? 'next-day' : 'at-once',
    refund: random.chance(0.25) ? 'nothing' : 'in-proportion',
  });
  const all = [
    { key: 'money', cost: random.pick([30, 47]), gives: { kind: 'amount', minor: random.pick([50, 99]) } },
    { key: 'part', cost: random.pick([40, 61]), gives: { kind: 'percent', percent: 10, of } },
    { key: 'sending', cost: random.pick([20, 33]), gives: { kind: 'free-shipping', upToMinor: null } },
  ].map((each) => ({
    ...each,
    ...common(),
    title: TITLES[each.key as keyof typeof TITLES],
    combinesWith: each.key === 'sending' ? { ...TOGETHER, shipping: false } : TOGETHER,
  }));
  return rewardRules.parse(all.filter(({ key }) => key === 'money' || random.chance(0.8)));
}
