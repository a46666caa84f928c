import { describe, expect, it } from 'vitest';
import { NO_FACTS } from '#app/core/snapshots/order-facts.ts';
import { orderWorth } from '#app/core/orders/order-worth.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { at, card, line, order, refund, rules } from '#tests/support/factories.ts';

function points(snapshot: OrderSnapshot, overrides: Partial<ProgramRules> = {}): number {
  return orderWorth(snapshot, rules(overrides), NO_FACTS).amounts.points ?? 0;
}

function stamps(snapshot: OrderSnapshot, overrides: Partial<ProgramRules> = {}): number {
  return orderWorth(snapshot, rules(overrides), NO_FACTS).amounts['stamps/coffee'] ?? 0;
}

describe('points of an order', () => {
  it('C29 rounds once, in steps: 5 per 2.50 on 3.00 is 5, and two products at 2.00 are 5 together', () => {
    const earn = { points: 5, perMinor: 250 };
    expect(points(order({ lines: [line({ priceMinor: 300 })] }), { earn })).toBe(5);
    const two = order({ lines: [line({ priceMinor: 200 }), line({ priceMinor: 200 })] });
    expect(points(two, { earn })).toBe(5);
    expect(points(order({ lines: [line({ priceMinor: 249 })] }), { earn })).toBe(0);
  });

  it('with points off an order brings none, whatever the rate, and its stamps come all the same', () => {
    const snapshot = order({ lines: [line({ quantity: 2 })] });
    expect(orderWorth(snapshot, rules({ pointsOff: true }), NO_FACTS).amounts).toEqual({
      'stamps/coffee': 2,
    });
  });

  it('C27 counts the price as the shopper sees it: tax inside stays in, tax on top stays out', () => {
    const lines = [line({ priceMinor: 1_200, taxMinor: 200 })];
    expect(points(order({ lines, taxesIncluded: true, tax: [200, 200] }))).toBe(12);
    expect(points(order({ lines, taxesIncluded: false, tax: [200, 200] }))).toBe(12);
  });

  it('C27 counts the price after discounts, of whatever kind', () => {
    const discounts = [
      { application: 0, amount: [150, 150] as const },
      { application: 1, amount: [50, 50] as const },
    ];
    expect(points(order({ lines: [line({ priceMinor: 1_400, discounts })] }))).toBe(12);
  });

  it('C27 leaves shipping out unless the merchant counts it', () => {
    const snapshot = order({ lines: [line({ priceMinor: 1_000 })], shipping: [500, 500] });
    expect(points(snapshot)).toBe(10);
    expect(points(snapshot, { counts: { ...rules().counts, shipping: true } })).toBe(15);
  });

  it('C28 gives nothing for a zero total or a 100 % discount, and no negative points', () => {
    const free = [{ application: 0, amount: [1_400, 1_400] as const }];
    expect(points(order({ lines: [line({ discounts: free })] }))).toBe(0);
    expect(points(order({ lines: [] }))).toBe(0);
    const tooMuch = [{ application: 0, amount: [2_000, 2_000] as const }];
    expect(points(order({ lines: [line({ discounts: tooMuch }), line({ priceMinor: 500 })] }))).toBe(5);
  });

  it('C30 counts yen without decimals and dinars with three', () => {
    const yen = order({ currency: 'JPY', presentmentCurrency: 'JPY', lines: [line({ priceMinor: 1_250 })] });
    expect(points(yen, { earn: { points: 1, perMinor: 100 } })).toBe(12);
    const dinar = order({
      currency: 'KWD',
      presentmentCurrency: 'KWD',
      lines: [line({ priceMinor: 2_999 })],
    });
    expect(points(dinar, { earn: { points: 1, perMinor: 1_000 } })).toBe(2);
  });

  it('C32 leaves gift cards and tips out unless the merchant counts them', () => {
    const lines = [
      line({ priceMinor: 1_000 }),
      line({ priceMinor: 2_500, giftCard: true }),
      line({ priceMinor: 300, tip: true, productId: null, variantId: null }),
    ];
    expect(points(order({ lines }))).toBe(10);
    expect(points(order({ lines }), { counts: { ...rules().counts, giftCards: true, tips: true } })).toBe(38);
  });

  it('counts custom items and bundle components: what they cost is spent', () => {
    const lines = [
      line({ priceMinor: 1_000, productId: null, variantId: null }),
      line({ priceMinor: 700, bundleGroup: '42' }),
    ];
    expect(points(order({ lines }))).toBe(17);
  });

  it('C35 counts test orders unless they are switched off', () => {
    expect(points(order({ test: true }))).toBe(14);
    expect(points(order({ test: true }), { counts: { ...rules().counts, testOrders: false } })).toBe(0);
  });

  it('C10 keeps the points of what was kept after refunds whose rounded parts would not add up', () => {
    // 3 units for 10.00 in all: each is 3.33 and a rest.
    const kept = (currentQuantity: number) =>
      points(order({ lines: [line({ quantity: 3, currentQuantity, gross: [1_000, 1_000] })] }));
    expect([3, 2, 1, 0].map(kept)).toEqual([10, 6, 3, 0]);
  });

  it('C13 takes the share of a custom-amount refund, and nothing for shipping given back', () => {
    const lines = [line({ priceMinor: 10_000 })];
    const custom = order({ lines, shipping: [0, 0], refunds: [refund({ moneyMinor: 1_000 })] });
    expect(points(custom)).toBe(90);
    const shippingOnly = order({ lines, refunds: [refund({ moneyMinor: 500, shippingMinor: 500 })] });
    expect(points(shippingOnly)).toBe(100);
  });

  it('C13 a custom refund of everything leaves nothing, and one above it no debt', () => {
    const lines = [line({ priceMinor: 10_000 })];
    expect(points(order({ lines, refunds: [refund({ moneyMinor: 10_000 })] }))).toBe(0);
    expect(points(order({ lines, refunds: [refund({ moneyMinor: 12_000 })] }))).toBe(0);
  });

  it('C13 once every payment went back, what was kept earns neither points nor stamps', () => {
    const snapshot = order({ status: 'refunded', lines: [line({ quantity: 5 })] });
    const { nothing, amounts, taken } = orderWorth(snapshot, rules(), NO_FACTS);
    expect({ nothing, amounts, taken }).toEqual({ nothing: 'refunded', amounts: {}, taken: {} });
  });

  it('C13 money that follows a refund without money is not taken twice', () => {
    const lines = [line({ priceMinor: 1_000, quantity: 2, currentQuantity: 1 })];
    const refunds = [refund({ linesMinor: 1_000 }), refund({ moneyMinor: 1_000 })];
    expect(points(order({ lines, refunds }))).toBe(10);
  });

  it('reckons a custom refund in the currency paid, where the order was paid in another one', () => {
    const lines = [line({ gross: [10_000, 20_000] })];
    const refunds = [refund({ moneyMinor: 2_000 })];
    expect(points(order({ presentmentCurrency: 'USD', lines, refunds }))).toBe(90);
  });

  it('C13 a cancelled order is worth nothing', () => {
    const worth = orderWorth(order({ cancelledAt: at('11:00') }), rules(), NO_FACTS);
    expect(worth).toEqual({ nothing: 'cancelled', amounts: {}, taken: {}, stamps: [] });
  });

  it('stays exact for amounts beyond what a float can multiply', () => {
    const lines = [line({ quantity: 999, currentQuantity: 998, gross: [9_007_199_254_740_991, 1] })];
    const exact = (9_007_199_254_740_991n * 998n) / 999n / 100n;
    expect(BigInt(points(order({ lines })))).toBe(exact);
  });
});

describe('stamps of an order', () => {
  it('C49 gives a stamp per unit: five, six, twelve and fifteen in one order', () => {
    const given = [5, 6, 12, 15].map((quantity) => stamps(order({ lines: [line({ quantity })] })));
    expect(given).toEqual([5, 6, 12, 15]);
  });

  it('C32 C78 counts no gift cards, tips, custom items, bundle components or units priced 0', () => {
    const lines = [
      line(),
      line({ giftCard: true }),
      line({ tip: true, productId: null, variantId: null }),
      line({ productId: null, variantId: null }),
      line({ bundleGroup: '42' }),
      line({ priceMinor: 0 }),
    ];
    expect(stamps(order({ lines }))).toBe(1);
  });

  it('C28 a unit made free by somebody else’s 100 % discount still counts', () => {
    const discounts = [{ application: 0, amount: [1_400, 1_400] as const }];
    expect(stamps(order({ lines: [line({ discounts })] }))).toBe(1);
  });

  it('counts only the card’s products, by product or by collection', () => {
    const lines = [line({ productId: '1' }), line({ productId: '2' }), line({ productId: '3' })];
    const cards = [
      card({
        products: { all: false, productIds: ['1'], collectionIds: ['77'], withTags: [], withoutTags: [] },
      }),
    ];
    const facts = { ...NO_FACTS, collections: { '2': ['77'], '3': ['78'] } };
    const worth = orderWorth(order({ lines }), rules({ cards }), facts);
    expect(worth.amounts['stamps/coffee']).toBe(2);
  });

  it('a unit on two cards counts for the first card in the program’s order', () => {
    const cards = [
      card({
        key: 'tea',
        products: { all: false, productIds: ['501'], collectionIds: [], withTags: [], withoutTags: [] },
      }),
      card({ key: 'coffee' }),
    ];
    const lines = [line({ quantity: 2 }), line({ productId: '502' })];
    const { amounts } = orderWorth(order({ lines }), rules({ cards }), NO_FACTS);
    expect(amounts).toMatchObject({ 'stamps/tea': 2, 'stamps/coffee': 1 });
  });

  it('gives stamps for what is kept', () => {
    expect(stamps(order({ lines: [line({ quantity: 5, currentQuantity: 3 })] }))).toBe(3);
  });
});
