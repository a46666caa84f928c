// What points buy in the demo's shop: an amount off, and shipping. Both give back a twentieth.
import { rewardRules } from '#app/core/rewards/reward-rules.ts';

export const DEMO_REWARDS = rewardRules.parse([
  {
    key: 'five-off',
    title: { en: '€5.00 off', fr: '5,00 € de remise' },
    cost: 100,
    gives: { kind: 'amount', minor: 500 },
    minimumMinor: 500,
  },
  {
    key: 'free-shipping',
    title: { en: 'Free shipping', fr: 'Livraison offerte' },
    cost: 100,
    gives: { kind: 'free-shipping', upToMinor: 500 },
    combinesWith: { product: true, order: true, shipping: false },
  },
]);
