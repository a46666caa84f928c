// An order's worth under the rules that were valid when it was placed.
import type { OrderFacts } from '../snapshots/order-facts.ts';
import type { OrderSnapshot } from '../snapshots/order-snapshot.ts';
import { receivedKey } from '../points/goodwill.ts';
import { orderPoints, type OrderPoints } from '../points/order-points.ts';
import type { ProgramRules } from '../program/program-rules.ts';
import { NO_TITLES, type LineFlag } from '../stamps/free-on-line.ts';
import { withKnownTips } from './facts/known-tips.ts';
import { neverLines } from './never-lines.ts';
import { orderStamps, type FreeUnitReading, type StampsOfLine } from '../stamps/order-stamps.ts';
import { cardKeyOf, POINTS, stampsOf, unitsOf, type Amounts, type Unit } from '../values/units.ts';

/** Why an order is worth nothing, whatever is in it. */
export const NOTHING_REASONS = [
  'before-program',
  'blocked',
  'cancelled',
  'deleted',
  'left-out',
  /** An order that no longer belongs to the customer to whom it had posted. */
  'moved',
  'no-snapshot',
  /** Placed while the program was paused. */
  'paused',
  'refunded',
  'test-order',
] as const;
export type NothingReason = (typeof NOTHING_REASONS)[number];

/**
 * `amounts` comes with payment, `taken` doesn't wait for it: stamps that free units take, above zero. What the order moves
 * in all is amounts less taken.
 */
type Amounted = { amounts: Amounts; taken: Amounts };

export type OrderWorth =
  | (Amounted & { nothing: NothingReason; stamps: StampsOfLine[] })
  | (Amounted & { nothing: null; points: OrderPoints; stamps: StampsOfLine[]; flags: LineFlag[] });

/** The reading of an order told without anything of ours: no titles, no decisions, each card's size as in the rules. */
export function plainReading(rules: ProgramRules | null): FreeUnitReading {
  const sizeOf = (key: string) => rules?.cards.find((card) => card.key === key)?.size ?? null;
  return { book: NO_TITLES, decided: {}, sizeOf };
}

export function worthNothing(nothing: NothingReason): OrderWorth {
  return { nothing, amounts: {}, taken: {}, stamps: [] };
}

function nothingReason(
  snapshot: OrderSnapshot,
  rules: ProgramRules | null,
  facts: OrderFacts,
): NothingReason | null {
  if (!rules) return 'before-program';
  if (snapshot.cancelledAt) return 'cancelled';
  // Nothing was ever taken for its free units: whoever placed it, and whatever becomes of its money, there is nothing to keep.
  if (snapshot.test && !rules.counts.testOrders) return 'test-order';
  // Every payment went back, whatever was kept.
  if (snapshot.status === 'refunded') return 'refunded';
  if (facts.blocked) return (facts.excludedByTag ?? facts.leftOut) ? 'left-out' : 'blocked';
  if (rules.paused) return 'paused';
  return null;
}

/** Reasons why an order earns nothing although its free units are with the shopper: those are paid for all the same. */
const KEEPS_WHAT_IT_TOOK: readonly NothingReason[] = ['blocked', 'left-out', 'paused', 'refunded'];

/** What Shopify says it received, where it was asked about this very state of the order's money. */
export function receivedOf(snapshot: OrderSnapshot, { received }: OrderFacts): number | null {
  return received && received.of === receivedKey(snapshot) ? received.minor : null;
}

/** `rules` is null for an order that was processed before the program began. */
export function orderWorth(
  snapshot: OrderSnapshot,
  rules: ProgramRules | null,
  facts: OrderFacts,
  reading: FreeUnitReading = plainReading(rules),
): OrderWorth {
  const nothing = nothingReason(snapshot, rules, facts);
  if (!rules) return worthNothing(nothing ?? 'before-program');
  if (nothing && !KEEPS_WHAT_IT_TOOK.includes(nothing)) return worthNothing(nothing);
  const read = withKnownTips(snapshot, facts);
  const never = neverLines(read, rules, facts);
  const { lines: stamps, flags } = orderStamps(read, rules.cards, facts, { ...reading, never });
  const taken = sumsOf(stamps, ({ taken }) => taken);
  const earned = sumsOf(stamps, ({ units }) => units);
  if (nothing) {
    const owed = rules.paused ? beyond(taken, facts.held) : taken;
    return { nothing, amounts: upTo(earned, owed), taken, stamps };
  }
  const points = orderPoints(read, rules, receivedOf(snapshot, facts), never);
  const amounts: Amounts = { ...(points.points > 0 && { [POINTS]: points.points }), ...earned };
  return { nothing: null, amounts, taken, points, stamps, flags };
}

function sumsOf(lines: readonly StampsOfLine[], amountOf: (line: StampsOfLine) => number): Amounts {
  const sums: Amounts = {};
  for (const line of lines) {
    const amount = amountOf(line);
    const unit = stampsOf(line.cardKey);
    if (amount !== 0) sums[unit] = (sums[unit] ?? 0) + amount;
  }
  return sums;
}

/** Units that earn no more still count for the free units of their own order: an honest six owes nothing. */
function upTo(earned: Amounts, taken: Amounts): Amounts {
  const sums: Amounts = {};
  for (const unit of unitsOf(taken)) {
    const amount = Math.min(earned[unit] ?? 0, taken[unit] ?? 0);
    if (amount !== 0) sums[unit] = amount;
  }
  return sums;
}

/**
 * What free units took beyond the stamps that were ready: a cart that was filled before the pause, and paid for when it had
 * just begun. What a full card pays for is paid, and its order earns nothing.
 */
function beyond(taken: Amounts, held: OrderFacts['held']): Amounts {
  const ready = (unit: Unit) => Math.max(0, held?.[cardKeyOf(unit) ?? ''] ?? 0);
  return Object.fromEntries(
    unitsOf(taken).map((unit) => [unit, Math.max(0, (taken[unit] ?? 0) - ready(unit))]),
  );
}
