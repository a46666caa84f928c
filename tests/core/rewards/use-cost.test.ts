// What a reward has cost on one order.
import { expect, test } from 'vitest';
import { useCost } from '#app/core/rewards/use-cost.ts';
import { later, orderWith } from '#tests/support/vouchers.ts';

const CODE = 'abcdefgh2345';
const order = orderWith({ code: CODE }, [617, 617]);
const cost = (newest: typeof order | null, deleted = false) => useCost({ newest, deleted }, CODE);

test.each([
  ['as it was ordered, all that was taken off', cost(order), { counts: true, offMinor: 1_234 }],
  ['what came back costs nothing', cost(later(order, [0, 1])), { counts: true, offMinor: 617 }],
  ['all of it back', cost(later(order, [0, 0])), { counts: true, offMinor: 0 }],
  ['cancelled', cost(later(order, [], { cancelledAt: order.updatedAt })), { counts: false, offMinor: 0 }],
  ['the code edited away', cost(later(order, [], { discounts: [] })), { counts: false, offMinor: 0 }],
  ['deleted', cost(order, true), { counts: false, offMinor: 0 }],
  ['an order of which nothing is known', cost(null), { counts: false, offMinor: 0 }],
])('%s', (_, got, expected) => {
  expect(got).toEqual(expected);
});
