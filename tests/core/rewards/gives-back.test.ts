import { describe, expect, test } from 'vitest';
import { costAtFivePercent, proposal, type ProposalShop } from '#app/core/editing/reward-proposals.ts';
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
  const earn = { points: 1, perMinor: 100 };
  const shop: ProposalShop = { currency: 'EUR', shippingMinor: null, place: null, product: null };
  const bag = { id: '7', title: 'Kenya AA', priceMinor: 950 };

  test('gives back five percent, in any currency', () => {
    for (const [currency, perMinor, one] of [
      ['EUR', 100, 100],
      ['JPY', 100, 100],
      ['KWD', 1_000, 1_000],
      ['KRW', 1_000, 1_000],
    ] as const) {
      for (const begin of ['any', 'amount', 'shipping'] as const) {
        const proposed = proposal(begin, { points: 1, perMinor }, { ...shop, currency })!;
        expect(givesBack(proposed, earning(1, perMinor))?.basisPoints).toBe(500);
        expect(proposed.cost).toBe(100);
      }
      const { gives } = proposal('any', { points: 1, perMinor }, { ...shop, currency })!;
      expect(gives).toMatchObject({ minor: 5 * one, leastMinor: one, mostMinor: null, sharePercent: 100 });
    }
  });

  test('any amount: a hundred steps of earning for the money of five, whatever a step is', () => {
    const any = (points: number, perMinor: number) => proposal('any', { points, perMinor }, shop)!;
    expect(any(3, 250)).toMatchObject({ cost: 300, gives: { minor: 1_250 } });
    expect(any(100_000, 1)).toMatchObject({ cost: 10_000_000, gives: { minor: 5 } });
    // More points than a reward may cost: fewer of them, for less.
    expect(any(1_000_000, 100)).toMatchObject({ cost: 10_000_000, gives: { minor: 50 } });
    expect(any(1, 1_000_000_000)).toMatchObject({ cost: 100, gives: { minor: 1_000_000_000 } });
  });

  test('any amount stays small where the law asks more of large ones', () => {
    const most = (province: string, currency: string) => {
      const { gives } = proposal('any', earn, { ...shop, currency, place: { country: 'CA', province } })!;
      return gives.kind === 'any-amount' ? gives.mostMinor : 0;
    };
    expect(most('QC', 'CAD')).toBe(5_000);
    expect(most('ON', 'CAD')).toBe(5_000);
    expect(most('BC', 'CAD')).toBeNull();
    expect(most('QC', 'USD')).toBeNull();
  });

  test('an order of its own amount, and shipping up to what it usually costs here', () => {
    const known = { ...shop, shippingMinor: 690 };
    const amount = { gives: { kind: 'amount', minor: 500 }, minimumMinor: 500 };
    expect(proposal('amount', earn, known)).toMatchObject(amount);
    const shipping = { gives: { kind: 'free-shipping', upToMinor: 690 }, cost: 138 };
    expect(proposal('shipping', earn, known)).toMatchObject(shipping);
  });

  test('one of the card’s first product, for points up to the next ten', () => {
    expect(proposal('product', earn, shop)).toBeNull();
    const gives = { kind: 'product', productIds: ['7'], upToMinor: 950 };
    expect(proposal('product', earn, { ...shop, product: bag })).toEqual({
      gives,
      cost: 190,
      minimumMinor: null,
    });
    const dear = { ...bag, priceMinor: 951 };
    expect(proposal('product', earn, { ...shop, product: dear })?.cost).toBe(190);
    expect(proposal('product', earn, { ...shop, product: { ...bag, priceMinor: 955 } })?.cost).toBe(200);
    expect(proposal('product', { points: 1, perMinor: 1_000 }, { ...shop, product: bag })?.cost).toBe(20);
  });

  test('and to a shop that has some: the next amount that none of them takes off', () => {
    const taken = [500, 1_500].map((minor) => reward({ gives: { kind: 'amount', minor } }));
    const shipping = reward({ gives: { kind: 'free-shipping', upToMinor: 1_000 } });
    const all = [...taken, shipping];
    expect(proposal('amount', earn, shop, all)).toEqual({
      gives: { kind: 'amount', minor: 1_000 },
      cost: 200,
      minimumMinor: 1_000,
    });
    expect(proposal('shipping', earn, shop, all)?.gives).toEqual({ kind: 'free-shipping', upToMinor: 500 });
  });

  test('costs a point at least', () => {
    expect(costAtFivePercent(1, { points: 1, perMinor: 1_000_000_000 })).toBe(1);
    expect(costAtFivePercent(1_000_000_000, { points: 100_000, perMinor: 1 })).toBe(10_000_000);
  });
});
