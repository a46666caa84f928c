import { describe, expect, test } from 'vitest';
import { costAtFivePercent, proposals } from '#app/core/editing/reward-proposals.ts';
import { usualOrders } from '#app/core/orders/usual-orders.ts';
import { givesBack } from '#app/core/rewards/gives-back.ts';
import { ordersUntil } from '#app/core/rewards/orders-until.ts';
import { reward, line, order } from '#tests/support/factories.ts';

const earning = (points = 1, perMinor = 100) => ({ earn: { points, perMinor } });
const percent = { kind: 'percent', percent: 10, of: 'order', mostMinor: null } as const;

describe('what a reward gives back of what is spent for it', () => {
  test.each([
    // 100 points are 100.00 spent: 5.00 are 5 %.
    [100, 500, earning(), 500],
    [100, 501, earning(), 501],
    [200, 500, earning(2), 500],
    // In steps of 10.00.
    [100, 500, earning(1, 1_000), 50],
    // Rounded up, so that a little more than ten percent is more than ten percent.
    [3, 30, earning(), 1_000],
    [30_000, 300_001, earning(), 1_001],
    [1, 1_000_000_000, earning(100_000, 1), 1_000_000_000_000_000_000],
    [10_000_000, 1, earning(1, 1_000_000_000), 1],
  ])('%i points for %i', (cost, minor, program, basisPoints) => {
    const back = givesBack(reward({ cost, gives: { kind: 'amount', minor } }), program);
    expect(back).toEqual({ basisPoints, sort: 'exactly' });
  });

  test('free shipping gives back up to its highest rate; where there is none, nobody can say', () => {
    const upTo = (upToMinor: number | null) => reward({ gives: { kind: 'free-shipping', upToMinor } });
    expect(givesBack(upTo(600), earning())).toEqual({ basisPoints: 600, sort: 'up-to' });
    expect(givesBack(upTo(null), earning())).toBeNull();
  });

  test('a percentage depends on the order: a usual one, and never one below the smallest', () => {
    const off = (minimumMinor: number | null) => reward({ gives: percent, minimumMinor });
    expect(givesBack(off(null), earning())).toBeNull();
    expect(givesBack(off(null), earning(), 3_000)).toEqual({ basisPoints: 300, sort: 'about' });
    expect(givesBack(off(5_000), earning(), 3_000)).toEqual({ basisPoints: 500, sort: 'about' });
    const chosen = { ...percent, of: { productIds: ['1'], collectionIds: [] } };
    expect(givesBack(reward({ gives: chosen }), earning(), 3_000)).toBeNull();
  });

  test('nobody can say while orders earn nothing', () => {
    expect(givesBack(reward(), { ...earning(), pointsOff: true })).toBeNull();
  });
});

describe('after how many orders a usual customer has it', () => {
  test.each([
    [100, 2_500, 4],
    [101, 2_500, 5],
    [1, 2_599, 1],
    [100, 99, null],
    [100, null, null],
  ])('%i points, usual order %s', (cost, usual, orders) => {
    expect(ordersUntil(cost, earning(), usual)).toBe(orders);
  });

  test('of the last orders the middle one counts, and fewer than twenty say nothing', () => {
    const orders = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        order({ lines: [line({ priceMinor: 1_000 + index * 100 })], shipping: [490, 490] }),
      );
    expect(usualOrders(orders(19))).toEqual({ orderMinor: null, shippingMinor: null });
    expect(usualOrders(orders(21))).toEqual({ orderMinor: 2_000, shippingMinor: 490 });
    const others = [order({ test: true }), order({ cancelledAt: '2026-11-21T10:00:00Z' })];
    expect(usualOrders([...orders(19), ...others]).orderMinor).toBeNull();
  });
});

describe('what is proposed to a shop without rewards', () => {
  test('gives back five percent, in any currency', () => {
    for (const [currency, perMinor] of [
      ['EUR', 100],
      ['JPY', 100],
      ['KWD', 1_000],
      ['KRW', 1_000],
    ] as const) {
      const { amount, shipping } = proposals({ points: 1, perMinor }, currency, null);
      for (const each of [amount, shipping]) {
        expect(givesBack(each, earning(1, perMinor))?.basisPoints).toBe(500);
        expect(each.cost).toBe(100);
      }
    }
  });

  test('asks an order of its own amount, and shipping up to what it usually costs here', () => {
    const { amount, shipping } = proposals({ points: 1, perMinor: 100 }, 'EUR', 690);
    expect(amount).toMatchObject({ gives: { kind: 'amount', minor: 500 }, minimumMinor: 500 });
    expect(shipping).toMatchObject({ gives: { kind: 'free-shipping', upToMinor: 690 }, cost: 138 });
  });

  test('and to a shop that has some: the next amount that none of them takes off', () => {
    const taken = [500, 1_500].map((minor) => reward({ gives: { kind: 'amount', minor } }));
    const shipping = reward({ gives: { kind: 'free-shipping', upToMinor: 1_000 } });
    const next = proposals({ points: 1, perMinor: 100 }, 'EUR', null, [...taken, shipping]);
    expect(next.amount).toEqual({ gives: { kind: 'amount', minor: 1_000 }, cost: 200, minimumMinor: 1_000 });
    expect(next.shipping.gives).toEqual({ kind: 'free-shipping', upToMinor: 500 });
  });

  test('costs a point at least', () => {
    expect(costAtFivePercent(1, { points: 1, perMinor: 1_000_000_000 })).toBe(1);
    expect(costAtFivePercent(1_000_000_000, { points: 100_000, perMinor: 1 })).toBe(10_000_000);
  });
});
