// What an order is worth under the rules that were valid when it was placed.
import type { OrderFacts } from './order-facts.ts';
import type { OrderSnapshot } from './order-snapshot.ts';
import { orderPoints, type OrderPoints } from './points/order-points.ts';
import type { ProgramRules } from './program-rules.ts';
import { orderStamps, type StampsOfLine } from './stamps/order-stamps.ts';
import { POINTS, stampsOf, type Amounts } from './units.ts';

/** Why an order is worth nothing, whatever is in it. */
export type NothingReason =
  | 'before-program'
  | 'blocked'
  | 'cancelled'
  | 'deleted'
  | 'left-out'
  /** Of what an order had posted to a customer it no longer belongs to. */
  | 'moved'
  | 'no-snapshot'
  | 'refunded'
  | 'test-order';

export type OrderWorth =
  | { nothing: NothingReason; amounts: Amounts }
  | { nothing: null; amounts: Amounts; points: OrderPoints; stamps: StampsOfLine[] };

function nothingReason(
  snapshot: OrderSnapshot,
  rules: ProgramRules | null,
  facts: OrderFacts,
): NothingReason | null {
  if (!rules) return 'before-program';
  if (snapshot.cancelledAt) return 'cancelled';
  // Every payment went back, whatever was kept.
  if (snapshot.status === 'refunded') return 'refunded';
  if (facts.blocked) return facts.leftOut ? 'left-out' : 'blocked';
  if (snapshot.test && !rules.counts.testOrders) return 'test-order';
  return null;
}

/** `rules` is null for an order that was processed before the program began. */
export function orderWorth(
  snapshot: OrderSnapshot,
  rules: ProgramRules | null,
  facts: OrderFacts,
): OrderWorth {
  const nothing = nothingReason(snapshot, rules, facts);
  if (nothing || !rules) return { nothing: nothing ?? 'before-program', amounts: {} };
  const points = orderPoints(snapshot, rules);
  const stamps = orderStamps(snapshot, rules.cards, facts);
  const amounts: Amounts = points.points > 0 ? { [POINTS]: points.points } : {};
  for (const { cardKey, units } of stamps) {
    const unit = stampsOf(cardKey);
    amounts[unit] = (amounts[unit] ?? 0) + units;
  }
  return { nothing: null, amounts, points, stamps };
}
