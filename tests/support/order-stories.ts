// Random stories of one order: the snapshots that Shopify would tell of it, in any order, some twice.
import fc from 'fast-check';
import type { FinancialStatus, OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { at, line, order, refund } from './factories.ts';

const statuses: FinancialStatus[] = [
  'pending',
  'authorized',
  'paid',
  'partially_paid',
  'partially_refunded',
  'refunded',
  'voided',
];

const state = fc.record({
  status: fc.constantFrom(...statuses),
  kept: fc.integer({ min: 0, max: 7 }),
  cancelled: fc.boolean(),
  loose: fc.constantFrom(0, 0, 0, 500, 2_000),
  /** Several states may bear one second. */
  second: fc.integer({ min: 0, max: 5 }),
});

type State = typeof state extends fc.Arbitrary<infer T> ? T : never;

function snapshot(orderId: string, customerId: string, told: State): OrderSnapshot {
  return order({
    orderId,
    customerId,
    status: told.status,
    updatedAt: at(`10:00:0${told.second}`),
    cancelledAt: told.cancelled && told.second === 5 ? at('10:00:05') : null,
    lines: [line({ lineId: '1', priceMinor: 333, quantity: 7, currentQuantity: told.kept })],
    refunds: told.loose > 0 ? [refund({ refundId: '1', moneyMinor: told.loose })] : [],
  });
}

/** Snapshots of one order, and two orders in which they are told, each with duplicates. */
export function orderStory(orderId: string, customerId: string) {
  return fc.array(state, { minLength: 1, maxLength: 6 }).chain((states) => {
    const snapshots = states.map((each) => snapshot(orderId, customerId, each));
    const told = fc
      .shuffledSubarray([...snapshots, ...snapshots], { minLength: snapshots.length })
      .map((some) => [...some, ...snapshots.filter((each) => !some.includes(each))]);
    return fc.record({ one: told, other: told });
  });
}
