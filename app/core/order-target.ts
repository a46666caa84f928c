// What an order should have posted by now. Credits wait for payment: while something is outstanding, as after
// an edit upward, the member keeps the smaller of what the order is worth now and was worth when it was paid.
import type { OrderFacts } from './order-facts.ts';
import { isSettled, type OrderSnapshot } from './order-snapshot.ts';
import { orderWorth, type NothingReason, type OrderWorth } from './order-worth.ts';
import type { ProgramRules } from './program-rules.ts';
import { unitsOf, type Amounts } from './units.ts';

/** All that is known of an order. The end state depends only on the set of snapshots that were told. */
export type OrderState = {
  newest: OrderSnapshot | null;
  /** The newest snapshot with nothing outstanding. */
  paid: OrderSnapshot | null;
  deleted: boolean;
};

export type OrderTarget = {
  amounts: Amounts;
  /** Shown, not spendable: comes when the order is paid. */
  pending: Amounts;
  worth: OrderWorth | { nothing: NothingReason; amounts: Amounts };
};

/** Statuses after which payment may still come. Expired and voided orders bring nothing any more. */
function awaitsPayment(snapshot: OrderSnapshot): boolean {
  return ['authorized', 'partially_paid', 'pending'].includes(snapshot.status);
}

export function orderTarget(order: OrderState, rules: ProgramRules | null, facts: OrderFacts): OrderTarget {
  if (order.deleted) return { amounts: {}, pending: {}, worth: { nothing: 'deleted', amounts: {} } };
  if (!order.newest) return { amounts: {}, pending: {}, worth: { nothing: 'no-snapshot', amounts: {} } };
  const worth = orderWorth(order.newest, rules, facts);
  if (isSettled(order.newest)) return { amounts: worth.amounts, pending: {}, worth };

  const paid = order.paid ? orderWorth(order.paid, rules, facts).amounts : {};
  const amounts: Amounts = {};
  const pending: Amounts = {};
  for (const unit of unitsOf(worth.amounts)) {
    const now = worth.amounts[unit] ?? 0;
    amounts[unit] = Math.min(now, paid[unit] ?? 0);
    if (awaitsPayment(order.newest)) pending[unit] = now - amounts[unit];
  }
  return { amounts: withoutZeros(amounts), pending: withoutZeros(pending), worth };
}

function withoutZeros(amounts: Amounts): Amounts {
  return Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0));
}
