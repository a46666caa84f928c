// An order's target: what it should have posted by now. Credits wait for payment: while something is outstanding, as
// after an edit upward, the member keeps the smaller of what the order is worth now and was worth when it was paid.
import type { OrderFacts } from '../snapshots/order-facts.ts';
import { isPaid, type OrderSnapshot } from '../snapshots/order-snapshot.ts';
import { owesGoodwillOnly } from '../points/goodwill.ts';
import {
  orderWorth,
  plainReading,
  receivedOf,
  worthNothing,
  type NothingReason,
  type OrderWorth,
} from './order-worth.ts';
import type { ProgramRules } from '../program/program-rules.ts';
import type { FreeUnitReading } from '../stamps/order-stamps.ts';
import { unitsOf, type Amounts } from '../values/units.ts';

/** All that is known of an order. The end state depends only on the set of snapshots that were told. */
export type OrderState = {
  newest: OrderSnapshot | null;
  /** The newest snapshot with nothing outstanding. */
  paid: OrderSnapshot | null;
  deleted: boolean;
};

export type OrderTarget = {
  amounts: Amounts;
  /**
   * Stamps that free units take, above zero. They never wait: a bank transfer would give five orders five free units. They
   * come back where it turns out that nobody pays (C84).
   */
  taken: Amounts;
  /** Shown, not spendable: comes when the order is paid. */
  pending: Amounts;
  worth: OrderWorth;
};

/** Statuses after which payment may still come. Expired and voided orders bring nothing any more. */
function awaitsPayment(snapshot: OrderSnapshot): boolean {
  return ['authorized', 'partially_paid', 'partially_refunded', 'pending'].includes(snapshot.status);
}

/** Neither payment nor goods come: voided, or expired until it is paid in another way. */
export function isGivenUp({ status }: OrderSnapshot): boolean {
  return status === 'voided' || status === 'expired';
}

/** Paid, but for goodwill that Shopify counts as outstanding. */
export function isSettled(snapshot: OrderSnapshot, facts: OrderFacts): boolean {
  if (isPaid(snapshot)) return true;
  return snapshot.status === 'partially_refunded' && owesGoodwillOnly(snapshot, receivedOf(snapshot, facts));
}

export function orderTarget(
  order: OrderState,
  rules: ProgramRules | null,
  facts: OrderFacts,
  reading: FreeUnitReading = plainReading(rules),
): OrderTarget {
  const { newest, paid } = order;
  if (order.deleted) return noTarget('deleted');
  if (!newest) return noTarget('no-snapshot');
  const whole = orderWorth(newest, rules, facts, reading);
  const worth = isGivenUp(newest) ? takingNothing(whole) : whole;
  const { taken } = worth;
  if (isSettled(newest, facts)) return { amounts: worth.amounts, taken, pending: {}, worth };

  const kept = paid ? orderWorth(paid, rules, facts, reading).amounts : {};
  const amounts: Amounts = {};
  const pending: Amounts = {};
  for (const unit of unitsOf(worth.amounts)) {
    const now = worth.amounts[unit] ?? 0;
    amounts[unit] = Math.min(now, kept[unit] ?? 0);
    if (awaitsPayment(newest)) pending[unit] = now - amounts[unit];
  }
  return { amounts: withoutZeros(amounts), taken, pending: withoutZeros(pending), worth };
}

function takingNothing(worth: OrderWorth): OrderWorth {
  return { ...worth, taken: {}, stamps: worth.stamps.map((line) => ({ ...line, taken: 0 })) };
}

function noTarget(nothing: NothingReason): OrderTarget {
  return { amounts: {}, taken: {}, pending: {}, worth: worthNothing(nothing) };
}

function withoutZeros(amounts: Amounts): Amounts {
  return Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0));
}
