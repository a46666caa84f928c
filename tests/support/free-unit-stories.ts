// Random orders with free units, each with what Shopify would tell of it one after another, and what they must come to by
// the plainest reading of the rule, written without the app's own code.
import fc from 'fast-check';
import type { FinancialStatus, OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { at, line, order } from './factories.ts';

export const FREE_TITLE = 'Coffee card';
const PRICE = 333;

const bought = fc.integer({ min: 1, max: 14 }).chain((quantity) =>
  fc.record({
    quantity: fc.constant(quantity),
    free: fc.integer({ min: 0, max: Math.min(3, quantity) }),
    /** A discount of the merchant's own beside ours, in minor units. */
    other: fc.constantFrom(0, 0, 0, 77),
  }),
);

const state = fc.record({
  status: fc.constantFrom<FinancialStatus>(
    ...(['paid', 'paid', 'pending', 'partially_paid', 'partially_refunded', 'voided', 'refunded'] as const),
  ),
  /** Kept of each line, in tenths. */
  kept: fc.constantFrom(10, 10, 10, 8, 5, 3, 0),
  /** An edit upward adds units to the first line. */
  added: fc.constantFrom(0, 0, 0, 2),
});

type Bought = typeof bought extends fc.Arbitrary<infer T> ? T : never;
type State = typeof state extends fc.Arbitrary<infer T> ? T : never;

export type FreeUnitStory = { snapshots: OrderSnapshot[]; told: OrderSnapshot[] };

function snapshot(
  orderId: string,
  lines: readonly Bought[],
  told: State,
  minute: number,
  cancelled: boolean,
) {
  const updatedAt = at(`10:${String(minute).padStart(2, '0')}`);
  return order({
    orderId,
    status: told.status,
    updatedAt,
    cancelledAt: cancelled ? updatedAt : null,
    discounts: [
      { type: 'automatic', title: FREE_TITLE },
      { type: 'discount_code', title: 'WELCOME' },
    ],
    lines: lines.map(({ quantity, free, other }, index) => {
      const units = quantity + (index === 0 ? told.added : 0);
      return line({
        lineId: String(index + 1),
        priceMinor: PRICE,
        quantity: units,
        currentQuantity: Math.floor((units * told.kept) / 10),
        discounts: [
          ...(free > 0 ? [{ application: 0, amount: [free * PRICE, free * PRICE] as const }] : []),
          ...(other > 0 ? [{ application: 1, amount: [other, other] as const }] : []),
        ],
      });
    }),
  });
}

/** One order; `told` are its snapshots in any order, some of them twice. */
export function freeUnitStory(orderId: string): fc.Arbitrary<FreeUnitStory> {
  return fc
    .record({
      lines: fc.array(bought, { minLength: 1, maxLength: 2 }),
      states: fc.array(state, { minLength: 1, maxLength: 4 }),
      cancelled: fc.constantFrom(false, false, false, true),
    })
    .chain(({ lines, states, cancelled }) => {
      const snapshots = states.map((each, index) =>
        snapshot(orderId, lines, each, index, cancelled && index === states.length - 1),
      );
      const twice = fc.shuffledSubarray([...snapshots, ...snapshots], { minLength: snapshots.length });
      return twice.map((some) => ({
        snapshots,
        told: [...some, ...snapshots.filter((each) => !some.includes(each))],
      }));
    });
}

const SETTLED: readonly FinancialStatus[] = ['paid', 'partially_refunded', 'refunded'];

/** Nobody will pay: what was taken comes back. */
const GIVEN_UP: readonly FinancialStatus[] = ['voided', 'expired'];

/** floor(a / b) for b above 0, by counting. */
function floorDiv(a: number, b: number): number {
  const rest = ((a % b) + b) % b;
  return (a - rest) / b;
}

function freeOf({ discounts }: OrderSnapshot['lines'][number]): number {
  return (discounts.find(({ application }) => application === 0)?.amount[1] ?? 0) / PRICE;
}

/** What an order is worth if it is paid, and what of it doesn't wait for payment. */
function plainWorth(told: OrderSnapshot, size: number): { paid: number; unpaid: number } {
  if (told.cancelledAt) return { paid: 0, unpaid: 0 };
  let [paid, unpaid] = [0, 0];
  for (const each of told.lines) {
    const free = freeOf(each);
    paid += floorDiv((each.quantity - free - size * free) * each.currentQuantity, each.quantity);
    unpaid += floorDiv(-size * free * each.currentQuantity, each.quantity);
  }
  return { paid: told.status === 'refunded' ? Math.min(0, paid) : paid, unpaid };
}

/** Stamps that a member has of an order of which all these snapshots were told; their times differ. */
export function plainStamps(snapshots: readonly OrderSnapshot[], size: number): number {
  const newest = snapshots.at(-1);
  if (!newest) return 0;
  const worth = plainWorth(newest, size);
  if (SETTLED.includes(newest.status)) return worth.paid;
  const settled = snapshots.findLast(({ status }) => SETTLED.includes(status));
  const before = settled ? plainWorth(settled, size) : { paid: 0, unpaid: 0 };
  const taken = GIVEN_UP.includes(newest.status) ? 0 : worth.unpaid;
  return taken + Math.min(worth.paid - worth.unpaid, before.paid - before.unpaid);
}
