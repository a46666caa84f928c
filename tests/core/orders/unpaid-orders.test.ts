import { describe, expect, it } from 'vitest';
import { orderTarget } from '#app/core/orders/order-target.ts';
import { receivedKey } from '#app/core/points/goodwill.ts';
import { NO_FACTS } from '#app/core/snapshots/order-facts.ts';
import { isPaid, type OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { line, order, refund, rules } from '#tests/support/factories.ts';

/** 100.00, of which 10.00 went back. */
function partlyBack(outstandingMinor: number, more: Partial<OrderSnapshot> = {}): OrderSnapshot {
  return order({
    status: 'partially_refunded',
    lines: [line({ lineId: '1', priceMinor: 10_000 })],
    refunds: [refund({ moneyMinor: 1_000, units: [] })],
    total: [10_000, 10_000],
    outstandingMinor,
    ...more,
  });
}

function target(newest: OrderSnapshot, received: number | null) {
  const facts = { ...NO_FACTS, received: { of: receivedKey(newest) ?? '', minor: received } };
  const { amounts, pending } = orderTarget(
    { newest, paid: null, deleted: false },
    rules({ cards: [] }),
    facts,
  );
  return [amounts.points ?? 0, pending.points ?? 0];
}

describe('an order of which a part was given back', () => {
  it('C85 isn’t paid while something is outstanding', () => {
    expect([partlyBack(5_000), partlyBack(1), partlyBack(0), partlyBack(-1)].map(isPaid)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('C85 a deposit of which a part went back brings nothing, but shows what will come', () => {
    expect(target(partlyBack(5_000), 5_000)).toEqual([0, 90]);
    expect(target(partlyBack(5_000), null)).toEqual([0, 90]);
    expect(target(partlyBack(1_000), 9_000)).toEqual([0, 90]);
  });

  it('C83 C85 is paid where goodwill alone is outstanding, also when that is the first we hear of it', () => {
    expect(target(partlyBack(1_000), 10_000)).toEqual([90, 0]);
    expect(target(partlyBack(1_000), null)).toEqual([90, 0]);
    expect(target(partlyBack(0), 10_000)).toEqual([90, 0]);
  });

  it('C83 C85 is paid after an exchange that gave money back at once, and where a cent is lost in shares', () => {
    const exchanged = partlyBack(500, {
      lines: [
        line({ lineId: '1', priceMinor: 4_800, currentQuantity: 0 }),
        line({ lineId: '2', priceMinor: 3_000 }),
      ],
      refunds: [
        refund({ moneyMinor: 1_800, units: [{ lineId: '1', quantity: 1 }] }),
        refund({ moneyMinor: 500, units: [] }),
      ],
      total: [3_000, 3_000],
    });
    expect(target(exchanged, 4_800)).toEqual([25, 0]);
    expect(target(partlyBack(1_000), 9_999)).toEqual([90, 0]);
  });
});
