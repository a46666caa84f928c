// A correction is what an order should have posted minus what it has. Nothing is ever changed: new entries follow.
// An order has two numbers, what it earned and what its free units took, each with entries of its own: six units of
// which one was free bring five stamps and take five, and the member's history says so.
import { explanationOf, type OrderToExplain } from './explain-worth.ts';
import type { OrderExplanation, OrderEntryKind } from './order-explanation.ts';
import type { OrderSnapshot } from '../snapshots/order-snapshot.ts';
import type { OrderTarget } from './order-target.ts';
import { freeKept } from './saved-by-free.ts';
import { cardKeyOf, unitsOf, type Unit } from '../values/units.ts';

/** Sum and number of the entries an order has in one unit, over whatever members; `freed` are units made free. */
export type Posted = { sum: number; count: number; freed?: number };
export type PostedByUnit = Partial<Record<Unit, Posted>>;
export type PostedOfOrder = Readonly<Record<OrderEntryKind, PostedByUnit>>;

export const NOTHING_POSTED: PostedOfOrder = { order: {}, 'free-unit': {} };

export type Correction = {
  kind: OrderEntryKind;
  unit: Unit;
  amount: number;
  /** Units made free that the entry adds; below 0 where they came back. */
  freed: number;
  sourceKey: string;
  explanation: OrderExplanation;
};

/** Units that are free and still kept, by share of their lines. They change only where what they take changes. */
function freedUnits({ worth }: OrderTarget, unit: Unit): number {
  return worth.stamps
    .filter(({ cardKey, taken }) => cardKey === cardKeyOf(unit) && taken > 0)
    .reduce((sum, line) => sum + freeKept(line), 0);
}

function correctionsOf(
  order: OrderToExplain,
  kind: OrderEntryKind,
  postedByUnit: PostedByUnit,
): Correction[] {
  const { target, orderId } = order;
  const wanted = kind === 'order' ? target.amounts : target.taken;
  const sign = kind === 'order' ? 1 : -1;
  return unitsOf(wanted, postedByUnit).flatMap((unit) => {
    const before = postedByUnit[unit] ?? { sum: 0, count: 0 };
    const amount = sign * (wanted[unit] ?? 0) - before.sum;
    if (amount === 0) return [];
    const freed = kind === 'order' ? 0 : freedUnits(target, unit) - (before.freed ?? 0);
    const sourceKey = `order/${orderId}/${before.count + 1}`;
    return [
      {
        kind,
        unit,
        amount,
        freed,
        sourceKey,
        explanation: explanationOf(order, { kind, unit }, before.sum),
      },
    ];
  });
}

/** Credits go first: a free unit takes the stamps of its own order, and a returned order its own debt. */
function comingFirst(corrections: Correction[]): Correction[] {
  return [
    ...corrections.filter(({ amount }) => amount > 0),
    ...corrections.filter(({ amount }) => amount < 0),
  ];
}

/** The corrections that bring the ledger from what the order has posted to what it should have. */
export function orderCorrections(order: OrderToExplain, posted: PostedOfOrder): Correction[] {
  return comingFirst([
    ...correctionsOf(order, 'order', posted.order),
    ...correctionsOf(order, 'free-unit', posted['free-unit']),
  ]);
}

type Moved = { orderId: string; newest: OrderSnapshot | null; programVersion: number | null };

/**
 * The order became another customer's: what it had posted is taken back from the former one, and it starts anew at the
 * new one. `left` keeps the count, so that source keys go on.
 */
export function takeBack(
  order: Moved,
  posted: PostedOfOrder,
): { corrections: Correction[]; left: PostedOfOrder } {
  const earned = takeBackKind(order, 'order', posted.order);
  const taken = takeBackKind(order, 'free-unit', posted['free-unit']);
  return {
    corrections: comingFirst([...earned.corrections, ...taken.corrections]),
    left: { order: earned.left, 'free-unit': taken.left },
  };
}

function takeBackKind(order: Moved, kind: OrderEntryKind, posted: PostedByUnit) {
  const left: PostedByUnit = {};
  const corrections = unitsOf(posted).flatMap((unit): Correction[] => {
    const { sum, count, freed = 0 } = posted[unit] ?? { sum: 0, count: 0 };
    left[unit] = { sum: 0, count: sum === 0 ? count : count + 1 };
    if (sum === 0) return [];
    const explanation: OrderExplanation = {
      v: 1,
      order: order.newest?.name || order.orderId,
      version: order.programVersion,
      target: 0,
      posted: sum,
      pending: 0,
      status: order.newest?.status ?? 'unknown',
      nothing: 'moved',
      ...(kind === 'free-unit' && { part: 'taken' as const }),
    };
    const sourceKey = `order/${order.orderId}/${count + 1}`;
    return [{ kind, unit, amount: -sum, freed: 0 - freed, sourceKey, explanation }];
  });
  return { corrections, left };
}
