// Money that comes in, or will not: payments in whole and in part, authorizations voided or run out.
import type { Ids } from './ids.ts';
import { openAuthorization, outstandingMinor, statusOf } from './order-totals.ts';
import { Refused } from './refused.ts';
import type { Order, Transaction } from './types.ts';

export function refuseCancelled(order: Order): void {
  if (order.cancelledAt) throw new Refused(`order ${order.name} is cancelled`);
}

type NewTransaction = Omit<Transaction, 'id' | 'status' | 'expiredAt'>;

export function addTransaction(order: Order, ids: Ids, made: NewTransaction): Transaction {
  const transaction: Transaction = { id: ids.next(), status: 'success', ...made };
  order.transactions.push(transaction);
  return transaction;
}

/** The way the order is paid, for money that takes the same way. */
export function gatewayOf(order: Order): Transaction['gateway'] {
  return order.transactions[0]?.gateway ?? 'manual';
}

/** Whether money can still come: a voided order gets none. */
export function canBePaid(order: Order): boolean {
  return !order.cancelledAt && order.financialStatus !== 'voided' && outstandingMinor(order) > 0;
}

/**
 * Captures an authorization, else records a payment: all that is outstanding, or a part of it. Throws Refused when
 * nothing is outstanding, or less.
 */
export function pay(order: Order, ids: Ids, at: string, amountMinor = outstandingMinor(order)): void {
  refuseCancelled(order);
  const outstanding = outstandingMinor(order);
  if (!canBePaid(order)) throw new Refused(`order ${order.name} has nothing outstanding`);
  if (!Number.isInteger(amountMinor) || amountMinor < 1 || amountMinor > outstanding) {
    throw new Refused(`order ${order.name} has ${outstanding} outstanding, not ${amountMinor}`);
  }
  const kind = openAuthorization(order) ? 'capture' : 'sale';
  addTransaction(order, ids, { kind, gateway: gatewayOf(order), amountMinor, refundId: null, createdAt: at });
  order.financialStatus = statusOf(order);
}

/** Notes that the authorized money is let go; the order's status is the caller's to set. */
export function noteVoid(order: Order, ids: Ids, at: string): void {
  const authorization = openAuthorization(order);
  if (!authorization) throw new Refused(`order ${order.name} has no open authorization`);
  const { amountMinor, gateway } = authorization;
  addTransaction(order, ids, { kind: 'void', gateway, amountMinor, refundId: null, createdAt: at });
}

/** Lets the authorized money go. The order stays, and nobody pays it any more. */
export function voidAuthorization(order: Order, ids: Ids, at: string): void {
  refuseCancelled(order);
  noteVoid(order, ids, at);
  order.financialStatus = statusOf(order);
}

/** What seven days without a capture do. The order may still be paid in another way. */
export function expireAuthorization(order: Order, at: string): void {
  refuseCancelled(order);
  const authorization = openAuthorization(order);
  if (!authorization) throw new Refused(`order ${order.name} has no open authorization`);
  authorization.expiredAt = at;
  order.financialStatus = statusOf(order);
}
