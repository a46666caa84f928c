// "12 orders, €340.00 in all": added up from what was told, or not said.
import { describe, expect, it } from 'vitest';
import { lifetimeOf } from '#app/core/points/lifetime.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { line, order, refund } from '#tests/support/factories.ts';

const of = (...snapshots: OrderSnapshot[]) =>
  lifetimeOf(
    snapshots.map((snapshot) => ({ snapshot, facts: null })),
    'EUR',
  );
const bought = (changes: Partial<OrderSnapshot> = {}, kept = 2) => {
  const lines = [line({ priceMinor: 1_000, quantity: 2, currentQuantity: kept })];
  return order({ lines, shipping: [500, 500], total: [2_500, 2_500], ...changes });
};

describe('a member’s orders', () => {
  it('count once they are paid, with what was kept of them', () => {
    expect(of()).toEqual({ orders: 0, keptMinor: 0 });
    expect(of(bought(), bought())).toEqual({ orders: 2, keptMinor: 5_000 });
    expect(of(bought({ status: 'pending', outstandingMinor: 2_500 }))).toEqual({ orders: 0, keptMinor: 0 });
    expect(of(bought(), bought({ cancelledAt: '2026-11-21T12:00:00Z' }))).toEqual({
      orders: 1,
      keptMinor: 2_500,
    });
    expect(of(bought({ status: 'refunded' }))).toEqual({ orders: 0, keptMinor: 0 });
  });

  it('less what was given back, of units and of goodwill', () => {
    const units = refund({ moneyMinor: 1_000, units: [{ lineId: '1', quantity: 1 }] });
    const returned = bought({ refunds: [units], total: [1_500, 1_500], status: 'partially_refunded' }, 1);
    expect(of(returned)).toEqual({ orders: 1, keptMinor: 1_500 });
    const goodwill = bought({
      refunds: [refund({ moneyMinor: 300, units: [] })],
      status: 'partially_refunded',
    });
    expect(of(goodwill)).toEqual({ orders: 1, keptMinor: 2_200 });
  });

  it('say nothing of money that was paid in another currency, or whose refunds don’t say what they are for', () => {
    expect(of(bought(), bought({ presentmentCurrency: 'USD' })).keptMinor).toBeNull();
    expect(of(bought({ currency: 'USD' })).keptMinor).toBeNull();
    expect(of(bought({ refunds: [refund({ moneyMinor: 300 })] })).keptMinor).toBeNull();
  });
});
