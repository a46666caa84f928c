import { describe, expect, it } from 'vitest';
import { keptOrder, type KeptBy } from '#app/core/history/kept-order.ts';
import { titleBook } from '#app/core/stamps/free-on-line.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { NO_FACTS } from '#app/core/snapshots/order-facts.ts';
import { at, line, order, refund } from '#tests/support/factories.ts';

const book = titleBook([{ cardKey: 'coffee', title: 'Coffee card' }], []);
const BY: KeptBy = {
  timeZone: 'Europe/Paris',
  countsTests: true,
  ours: { book, codes: new Set(['abcd-efgh-jkmn']) },
};
const kept = (snapshot: OrderSnapshot, paid: OrderSnapshot | null = null, by: Partial<KeptBy> = {}) =>
  keptOrder({ newest: snapshot, paid, deleted: false }, NO_FACTS, { ...BY, ...by });
const two = (currentQuantity: number) => [line({ priceMinor: 1_050, quantity: 2, currentQuantity })];

describe('S-20 what is kept of an order', () => {
  it('is its goods, on the shop’s day, where it was placed', () => {
    const late = order({ processedAt: at('23:30'), lines: two(2), shipping: [490, 490], source: 'pos' });
    expect(kept(late)).toEqual({
      day: '2026-11-22',
      keptMinor: 2_100,
      ourMinor: 0,
      othersMinor: 0,
      source: 'pos',
      handledOn: null,
      productIds: ['501'],
    });
  });

  it('is the part that wasn’t given back, and nothing once all of it was', () => {
    expect(kept(order({ lines: two(1) }))?.keptMinor).toBe(1_050);
    expect(kept(order({ lines: two(0), status: 'paid' }))).toBeNull();
  });

  it.each<Partial<OrderSnapshot>>([
    { status: 'pending' },
    { status: 'authorized' },
    { status: 'voided' },
    { status: 'expired' },
    { status: 'refunded' },
    { cancelledAt: at('11:00') },
  ])('is nothing where %j', (told) => {
    expect(kept(order({ lines: two(2), ...told }))).toBeNull();
  });

  it('is nothing of an order that is gone, or was never told', () => {
    expect(keptOrder({ newest: order(), paid: null, deleted: true }, NO_FACTS, BY)).toBeNull();
    expect(keptOrder({ newest: null, paid: null, deleted: false }, NO_FACTS, BY)).toBeNull();
  });

  it('is no more than was paid while an edit waits for its payment', () => {
    const before = order({ lines: two(2) });
    const edited = { ...before, status: 'partially_paid' as const, lines: [...two(2), ...two(2)] };
    expect(kept(edited, before)?.keptMinor).toBe(2_100);
    const less = { ...before, status: 'partially_paid' as const, lines: two(1) };
    expect(kept(less, before)?.keptMinor).toBe(1_050);
  });

  it('goes without goodwill, and without tips', () => {
    const lines = [line({ lineId: '1', priceMinor: 5_240 })];
    const refunds = [refund({ refundId: '1', linesMinor: 0, units: [], dutiesMinor: 0, moneyMinor: 524 })];
    const told = { total: [5_240, 5_240] as const, outstandingMinor: 0 };
    expect(kept(order({ lines, refunds, ...told }))?.keptMinor).toBe(4_716);
    const tip = line({ lineId: '2', productId: null, priceMinor: 300, tip: true });
    expect(kept(order({ lines: [...lines, tip], tipMinor: 300 }))?.keptMinor).toBe(5_240);
    expect(kept(order({ lines: [tip], tipMinor: 300 }))).toBeNull();
  });

  it('counts test orders as the program does', () => {
    expect(kept(order({ test: true }))).not.toBeNull();
    expect(kept(order({ test: true }), null, { countsTests: false })).toBeNull();
  });
});

it('S-20 money given away is ours by a card’s title or a voucher’s code, and others’ else', () => {
  const discounts = [
    { type: 'automatic', title: 'coffee CARD ' },
    { type: 'discount_code', title: 'ABCD-EFGH-JKMN' },
    { type: 'discount_code', title: '' },
    { type: 'automatic', title: 'Black Friday' },
  ] as const;
  const off = (application: number, minor: number) => ({ application, amount: [minor, minor] as const });
  const lines = [
    line({ priceMinor: 1_000, quantity: 3, currentQuantity: 2, discounts: [off(0, 1_000), off(3, 90)] }),
    line({ priceMinor: 500, discounts: [off(1, 200), off(2, 50)] }),
  ];
  const shippingLines = [{ gross: [490, 490] as const, discounts: [off(1, 490)] }];
  const told = order({ lines, discounts: [...discounts], shippingLines });
  // Two of three are kept: 666 of the 1,000, and 60 of the 90.
  expect(kept(told)).toMatchObject({ ourMinor: 666 + 200 + 490, othersMinor: 60 + 50 });
});

it('was handled on the first day on which something was sent, in the shop’s time zone', () => {
  const fulfillments = [
    { createdAt: '2026-11-24T10:00:00Z', status: 'success' },
    { createdAt: '2026-11-22T23:10:00Z', status: 'success' },
    { createdAt: '2026-11-21T10:00:00Z', status: 'cancelled' },
  ];
  expect(kept(order({ fulfillments }))?.handledOn).toBe('2026-11-23');
});
