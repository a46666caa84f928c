// Makes the explanation that an order's entry keeps, of what was counted under which rules.
import type { OrderFacts } from '../snapshots/order-facts.ts';
import type { OrderSnapshot } from '../snapshots/order-snapshot.ts';
import { savedByFree } from './saved-by-free.ts';
import { cardKeyOf, POINTS, unitsOf, type Unit } from '../values/units.ts';
import type { OrderEntryKind, OrderExplanation, StampLine } from './order-explanation.ts';
import type { OrderTarget } from './order-target.ts';

/** An order, what it should have posted, and the rules it was measured by. */
export type OrderToExplain = {
  orderId: string;
  newest: OrderSnapshot | null;
  version: { number: number; earn: { points: number; perMinor: number } } | null;
  facts: OrderFacts;
  target: OrderTarget;
};

function stampsOfCard({ worth }: OrderTarget, unit: Unit): Pick<OrderExplanation, 'stamps' | 'size'> {
  const ofCard = worth.stamps.filter((line) => line.cardKey === cardKeyOf(unit));
  const size = ofCard[0]?.size;
  const stamps = ofCard.map(({ lineId, units, quantity, kept, free, taken }): StampLine => {
    return { lineId, units, quantity, kept, free, taken };
  });
  return { stamps, ...(size !== undefined && { size }) };
}

/** Nothing where the order isn't told, or nothing is free on it any more. */
function savedOnCard({ target, newest }: OrderToExplain, unit: Unit): Pick<OrderExplanation, 'savedMinor'> {
  const ofCard = target.worth.stamps.filter(({ cardKey }) => cardKey === cardKeyOf(unit));
  const savedMinor = savedByFree(ofCard, newest?.lines ?? []);
  return savedMinor > 0 ? { savedMinor } : {};
}

/** @param posted what the order had in that unit and kind before */
export function explanationOf(
  order: OrderToExplain,
  of: { kind: OrderEntryKind; unit: Unit },
  posted: number,
): OrderExplanation {
  const { target, version, newest } = order;
  const { unit } = of;
  const isTaken = of.kind === 'free-unit';
  const base: OrderExplanation = {
    v: 1,
    // An erased order has lost its name.
    order: newest?.name || order.orderId,
    version: version?.number ?? null,
    target: isTaken ? 0 - (target.taken[unit] ?? 0) : (target.amounts[unit] ?? 0),
    posted,
    pending: isTaken ? 0 : (target.pending[unit] ?? 0),
    status: newest?.status ?? 'unknown',
    nothing: target.worth.nothing,
    ...(isTaken && { part: 'taken' }),
  };
  if (unit !== POINTS && target.worth.stamps.length > 0) {
    return { ...base, ...stampsOfCard(target, unit), ...(isTaken && savedOnCard(order, unit)) };
  }
  if (target.worth.nothing !== null || !version) return base;
  if (unit !== POINTS) return { ...base, stamps: [] };
  const { lines, earningMinor, baseMinor, goodwill, off } = target.worth.points;
  if (off) return { ...base, pointsOff: true };
  const earned = { ...version.earn, earningMinor, baseMinor, lines, ...(goodwill && { goodwill }) };
  return { ...base, earned };
}

/**
 * The explanation of an order's worth, unit by unit, as if it had posted nothing. Points first, also when there are
 * none; what free units take of a card comes after what it earns.
 */
export function explainWorth(order: OrderToExplain): { unit: Unit; explanation: OrderExplanation }[] {
  const { amounts, taken, pending } = order.target;
  const cards = unitsOf(amounts, taken, pending).filter((unit) => unit !== POINTS);
  const units: Unit[] = [POINTS, ...cards];
  return units.flatMap((unit) => {
    const kinds: OrderEntryKind[] = (taken[unit] ?? 0) > 0 ? ['order', 'free-unit'] : ['order'];
    return kinds.map((kind) => ({ unit, explanation: explanationOf(order, { kind, unit }, 0) }));
  });
}
