// A correction is what an order should have posted minus what it has. Nothing is ever changed: new entries follow.
import type { OrderFacts } from './order-facts.ts';
import type { OrderSnapshot } from './order-snapshot.ts';
import type { OrderTarget } from './order-target.ts';
import type { NothingReason } from './order-worth.ts';
import type { PointsOfLine } from './points/order-points.ts';
import { cardKeyOf, POINTS, unitsOf, type Unit } from './units.ts';

/** Sum and number of the entries an order has in one unit, over whatever members. */
export type Posted = { sum: number; count: number };
export type PostedByUnit = Partial<Record<Unit, Posted>>;

/** The "why" of an entry, stored with it. Amounts are units of the entry; money in shop minor units. */
export type OrderExplanation = {
  v: 1;
  order: string;
  version: number | null;
  /** What the order should have posted, and what it had before this entry. */
  target: number;
  posted: number;
  pending: number;
  status: string;
  nothing: NothingReason | null;
  earned?: {
    points: number;
    perMinor: number;
    earningMinor: number;
    baseMinor: number;
    lines: PointsOfLine[];
  };
  stamps?: { lineId: string; units: number }[];
};

export type Correction = {
  unit: Unit;
  amount: number;
  sourceKey: string;
  explanation: OrderExplanation;
};

type Evaluated = {
  orderId: string;
  newest: OrderSnapshot | null;
  version: { number: number; earn: { points: number; perMinor: number } } | null;
  facts: OrderFacts;
  target: OrderTarget;
};

function explain(order: Evaluated, unit: Unit, posted: number): OrderExplanation {
  const { target, version, newest } = order;
  const base: OrderExplanation = {
    v: 1,
    // An erased order has lost its name.
    order: newest?.name || order.orderId,
    version: version?.number ?? null,
    target: target.amounts[unit] ?? 0,
    posted,
    pending: target.pending[unit] ?? 0,
    status: newest?.status ?? 'unknown',
    nothing: target.worth.nothing,
  };
  if (target.worth.nothing !== null || !version) return base;
  if (unit === POINTS) {
    const { lines, earningMinor, baseMinor } = target.worth.points;
    return { ...base, earned: { ...version.earn, earningMinor, baseMinor, lines } };
  }
  const ofCard = target.worth.stamps.filter((line) => line.cardKey === cardKeyOf(unit));
  return { ...base, stamps: ofCard.map(({ lineId, units }) => ({ lineId, units })) };
}

/** The corrections that bring the ledger from what the order has posted to what it should have. */
export function orderCorrections(order: Evaluated, posted: PostedByUnit): Correction[] {
  return unitsOf(order.target.amounts, posted).flatMap((unit) => {
    const before = posted[unit] ?? { sum: 0, count: 0 };
    const amount = (order.target.amounts[unit] ?? 0) - before.sum;
    if (amount === 0) return [];
    const sourceKey = `order/${order.orderId}/${before.count + 1}`;
    return [{ unit, amount, sourceKey, explanation: explain(order, unit, before.sum) }];
  });
}

type Moved = { orderId: string; newest: OrderSnapshot | null; programVersion: number | null };

/**
 * The order became another customer's: what it had posted is taken back from the former one, and it starts anew at the
 * new one. `left` keeps the count, so that source keys go on.
 */
export function takeBack(
  order: Moved,
  posted: PostedByUnit,
): { corrections: Correction[]; left: PostedByUnit } {
  const left: PostedByUnit = {};
  const corrections = unitsOf(posted).flatMap((unit): Correction[] => {
    const { sum, count } = posted[unit] ?? { sum: 0, count: 0 };
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
    };
    return [{ unit, amount: -sum, sourceKey: `order/${order.orderId}/${count + 1}`, explanation }];
  });
  return { corrections, left };
}

/** What an order is worth and why, unit by unit, as if it had posted nothing. Points first, also when there are none. */
export function explainWorth(order: Evaluated): { unit: Unit; explanation: OrderExplanation }[] {
  const cards = unitsOf(order.target.amounts, order.target.pending).filter((unit) => unit !== POINTS);
  const units: Unit[] = [POINTS, ...cards];
  return units.map((unit) => ({ unit, explanation: explain(order, unit, 0) }));
}
