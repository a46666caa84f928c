// Who replays must be right itself: histories whose numbers were worked out by hand, and are said in words.
import { describe, expect, it } from 'vitest';
import type { Customer, Order } from '#tests/local-shopify/shop/types.ts';
import { ANNE, bags, CARD_TITLE, order, RULES, shop } from './hand-worked.ts';
import { replayShop, type TrueShop } from './replay-shop.ts';

/** What Anne has, and what is coming to her; zeros left out. */
function annes(orders: Order[], more: Partial<TrueShop> = {}): Record<string, number> {
  const sums = replayShop(shop(orders, more)).get(ANNE);
  const coming = [...(sums?.coming ?? [])].map(([unit, many]) => [`${unit} coming`, many] as const);
  return Object.fromEntries([...(sums?.has ?? []), ...coming].filter(([, many]) => many !== 0));
}

describe('the plain replay of the torture', () => {
  it('gives twenty points and two stamps for two bags at ten euros', () => {
    expect(annes([order()])).toEqual({ points: 20, 'stamps/bags': 2 });
  });

  it('lets twenty points and two stamps come while the order waits for its payment', () => {
    const waiting = order({ financialStatus: 'pending' });
    expect(annes([waiting])).toEqual({ 'points coming': 20, 'stamps/bags coming': 2 });
  });

  it('leaves nothing of a cancelled order', () => {
    expect(annes([order({ cancelledAt: '2026-11-11T00:00:00Z' })])).toEqual({});
  });

  it('leaves nothing of an order of somebody who left, nor what they had paid for a reward', () => {
    const vouchers = [
      { cause: 'redeem/1', customerId: ANNE, code: 'abcd-efgh-jkmn', price: 100, face: 500, orderIds: [] },
    ].map((one) => ({ ...one, inProportion: true, ended: true, closed: true }));
    expect(annes([order()], { vouchers, isClosed: () => true })).toEqual({});
    const isClosed = ({ id }: Order) => id === '1';
    expect(annes([order(), order({ id: '2', number: 2 })], { vouchers, isClosed })).toEqual({
      points: 20,
      'stamps/bags': 2,
    });
  });

  it('leaves twenty points and two stamps when one of three bags went back', () => {
    const given = order({ financialStatus: 'partially_refunded', lines: [bags(3, { currentQuantity: 2 })] });
    expect(annes([given])).toEqual({ points: 20, 'stamps/bags': 2 });
  });

  it('counts fourteen points of 14.99, which two bags at 9.99 cost after 4.99 off', () => {
    const lines = [bags(2, { unitPriceMinor: 999, allocations: [{ application: 0, amountMinor: 499 }] })];
    const discounts: Order['discounts'] = [
      {
        ...{ type: 'discount_code', title: 'WELCOME', target: 'lines', selected: false },
        value: { kind: 'amount', amountMinor: 499 },
      },
    ];
    expect(annes([order({ lines, discounts })])).toEqual({ points: 14, 'stamps/bags': 2 });
  });

  it('takes the three stamps that three paid bags bring for the fourth, which was free: thirty points are left', () => {
    const lines = [bags(4, { allocations: [{ application: 0, amountMinor: 1_000 }] })];
    const discounts: Order['discounts'] = [
      {
        ...{ type: 'automatic', title: CARD_TITLE, target: 'lines', selected: true },
        value: { kind: 'free_units', units: 1 },
      },
    ];
    expect(annes([order({ lines, discounts })])).toEqual({ points: 30 });
  });

  it('takes three stamps at once while the free bag’s order waits: two orders before had brought four, one is left', () => {
    const lines = [bags(1, { allocations: [{ application: 0, amountMinor: 1_000 }] })];
    const discounts: Order['discounts'] = [
      {
        ...{ type: 'automatic', title: CARD_TITLE, target: 'lines', selected: true },
        value: { kind: 'free_units', units: 1 },
      },
    ];
    const free = order({ id: '3', financialStatus: 'pending', lines, discounts });
    expect(annes([order(), order({ id: '2' }), free])).toEqual({ points: 40, 'stamps/bags': 1 });
  });

  it('counts fifteen points of two bags when five euros were given back as a favour, and both stamps', () => {
    const refunds: Order['refunds'] = [
      {
        ...{ id: '9', createdAt: '2026-11-11T00:00:00Z', note: null, lines: [], shipping: [] },
        ...{ customMinor: 500, transactionIds: [] },
      },
    ];
    const moved = { status: 'success', gateway: 'card', createdAt: '2026-11-10T10:00:00Z' } as const;
    const transactions: Order['transactions'] = [
      { ...moved, id: '1', kind: 'sale', amountMinor: 2_000, refundId: null },
      { ...moved, id: '2', kind: 'refund', amountMinor: 500, refundId: '9' },
    ];
    const favoured = order({ financialStatus: 'partially_refunded', refunds, transactions });
    expect(annes([favoured])).toEqual({ points: 15, 'stamps/bags': 2 });
  });

  it('reckons by the version that ran: twenty points on the tenth, forty on the twentieth, when points had doubled', () => {
    const doubled = { ...RULES, earn: { points: 2, perMinor: 100 } };
    const versions = [
      ...shop([]).versions,
      { number: 2, publishedAt: new Date('2026-11-15T00:00:00Z'), rules: doubled },
    ];
    const later = order({ id: '2', processedAt: '2026-11-20T10:00:00Z' });
    expect(annes([order(), later], { versions })).toEqual({ points: 60, 'stamps/bags': 4 });
  });

  it('takes either version for an order of the second in which one was published, and no other', () => {
    const doubled = { ...RULES, earn: { points: 2, perMinor: 100 } };
    const versions = [
      ...shop([]).versions,
      { number: 2, publishedAt: new Date('2026-11-05T00:00:00Z'), rules: RULES },
      { number: 3, publishedAt: new Date(order().processedAt), rules: doubled },
    ];
    const points = (version: number | null) =>
      annes([order()], { versions, counted: () => ({ version, leftOut: false }) })['points'];
    expect([null, 3, 2, 1].map(points)).toEqual([40, 40, 20, 40]);
  });

  it('takes either for an order of the second in which its customer was left out', () => {
    const timesLeftOut = () => [{ from: order().processedAt, until: null }];
    const points = (leftOut: boolean) =>
      annes([order()], { timesLeftOut, counted: () => ({ version: 1, leftOut }) })['points'];
    expect([true, false].map(points)).toEqual([undefined, 20]);
    expect(annes([order()], { timesLeftOut })['points']).toBeUndefined();
  });

  it('gives nothing for an order placed before orders earned', () => {
    expect(annes([order({ processedAt: '2026-10-31T23:59:59Z' })])).toEqual({});
  });

  it('gives nothing to staff, nor for what was bought while the merchant left her out', () => {
    const staff = () => ({ tags: ['Staff'] }) as unknown as Customer;
    expect(annes([order()], { customer: staff })).toEqual({});
    const timesLeftOut = () => [{ from: '2026-11-09T00:00:00Z', until: '2026-11-10T10:00:00Z' }];
    const within = order({ processedAt: '2026-11-10T09:59:59Z' });
    expect(annes([within, order({ id: '2' })], { timesLeftOut })).toEqual({ points: 20, 'stamps/bags': 2 });
  });

  it('moves nothing by a test order, free units or not, whoever placed it and though its money went back', () => {
    const lines = [bags(2, { allocations: [{ application: 0, amountMinor: 1_000 }] })];
    const discounts: Order['discounts'] = [
      {
        ...{ type: 'automatic', title: CARD_TITLE, target: 'lines', selected: true },
        value: { kind: 'free_units', units: 1 },
      },
    ];
    const test = order({ lines, discounts, test: true });
    const timesLeftOut = () => [{ from: '2026-11-09T00:00:00Z', until: null }];
    expect(annes([test])).toEqual({});
    expect(annes([{ ...test, financialStatus: 'refunded' }])).toEqual({});
    expect(annes([test], { timesLeftOut })).toEqual({});
    expect(annes([{ ...test, test: false }], { timesLeftOut })).toEqual({ 'stamps/bags': -2 });
  });

  it('adds the seven that the merchant gave, and nobody’s points for a guest’s order', () => {
    const adjustments = [{ customerId: ANNE, unit: 'points', amount: 7 }];
    const people = replayShop(shop([order({ customerId: null })], { adjustments }));
    expect([...people.keys()]).toEqual([ANNE]);
    expect(people.get(ANNE)?.has.get('points')).toBe(7);
  });

  it('counts the tip, the gift card and the shipping only where the rules do: ten points, or seventeen', () => {
    const lines = [
      bags(1),
      bags(1, { id: '2', kind: 'tip', productId: null, unitPriceMinor: 200 }),
      bags(1, { id: '3', giftCard: true, unitPriceMinor: 100 }),
    ];
    const shippingLine = {
      id: '4',
      title: 'Post',
      priceMinor: 490,
      allocations: [],
      taxLines: [],
      refundedMinor: 0,
    };
    const bought = order({ lines, shippingLine });
    expect(annes([bought])).toEqual({ points: 10, 'stamps/bags': 1 });
    const rules = { ...RULES, counts: { testOrders: false, shipping: true, giftCards: true, tips: true } };
    const versions = [{ number: 1, publishedAt: new Date('2026-11-01T00:00:00Z'), rules }];
    expect(annes([bought], { versions })).toEqual({ points: 17, 'stamps/bags': 1 });
  });
});
