// What merchants do to an order: take payment, refund, edit, cancel. Each changes the order in place.
import type { Ids } from './ids.ts';
import {
  currentTotals,
  keptShipping,
  lineValue,
  netMinor,
  outstandingMinor,
  receivedMinor,
  returnedMinor,
  statusOf,
  sum,
  withTax,
} from './order-totals.ts';
import { taxLinesOf } from './order-placing.ts';
import type {
  Order,
  OrderLine,
  Refund,
  RefundLine,
  RefundRequest,
  RefundShipping,
  ShopSetup,
  Transaction,
} from './types.ts';

type Wanted = { lineId: string; quantity: number };

function lineOf(order: Order, lineId: string): OrderLine {
  const line = order.lines.find((one) => one.id === lineId);
  if (!line) throw new Error(`order ${order.name} has no line ${lineId}`);
  return line;
}

function refuseCancelled(order: Order): void {
  if (order.cancelledAt) throw new Error(`order ${order.name} is cancelled`);
}

function addTransaction(
  order: Order,
  ids: Ids,
  made: Omit<Transaction, 'id' | 'status' | 'gateway'>,
): Transaction {
  const gateway = order.transactions[0]?.gateway ?? 'card';
  const transaction: Transaction = { id: ids.next(), status: 'success', gateway, ...made };
  order.transactions.push(transaction);
  return transaction;
}

/** Takes what is outstanding: captures an authorization, else marks as paid. Throws when nothing is. */
export function pay(order: Order, ids: Ids, at: string): void {
  refuseCancelled(order);
  const amountMinor = outstandingMinor(order);
  if (amountMinor === 0) throw new Error(`order ${order.name} has nothing outstanding`);
  const kind = order.financialStatus === 'authorized' ? 'capture' : 'sale';
  addTransaction(order, ids, { kind, amountMinor, refundId: null, createdAt: at });
  order.financialStatus = statusOf(order);
}

function takeBack(
  order: Order,
  ids: Ids,
  wanted: Wanted,
  restockType: RefundLine['restockType'],
): RefundLine {
  const line = lineOf(order, wanted.lineId);
  const left = line.currentQuantity - wanted.quantity;
  if (!Number.isInteger(wanted.quantity) || wanted.quantity < 1 || left < 0) {
    throw new Error(`line ${line.id} has ${line.currentQuantity} units to take back, not ${wanted.quantity}`);
  }
  const before = lineValue(line, line.currentQuantity);
  const after = lineValue(line, left);
  line.currentQuantity = left;
  return {
    id: ids.next(),
    lineId: line.id,
    quantity: wanted.quantity,
    subtotalMinor: before.netMinor - after.netMinor,
    taxMinor: before.taxMinor - after.taxMinor,
    restockType,
  };
}

function takeBackShipping(order: Order, ids: Ids, amountMinor: number): RefundShipping[] {
  const line = order.shippingLine;
  if (amountMinor === 0) return [];
  const before = keptShipping(order);
  if (!line || before.netMinor < amountMinor)
    throw new Error(`order ${order.name} has no such shipping to give back`);
  line.refundedMinor += amountMinor;
  const taxMinor = before.taxMinor - keptShipping(order).taxMinor;
  return [{ id: ids.next(), shippingLineId: line.id, subtotalMinor: amountMinor, taxMinor }];
}

function valueOf(order: Order, refund: Refund): number {
  const parts = [...refund.lines, ...refund.shipping].map((part) =>
    withTax({ netMinor: part.subtotalMinor, taxMinor: part.taxMinor }, order.taxesIncluded),
  );
  return sum(parts) + refund.customMinor;
}

type Back = {
  lines: Wanted[];
  shippingMinor: number;
  customMinor: number;
  note: string | null;
  withMoney: boolean;
};

function record(
  order: Order,
  back: Back,
  restockType: RefundLine['restockType'],
  ids: Ids,
  at: string,
): Refund {
  const refund: Refund = {
    id: ids.next(),
    createdAt: at,
    note: back.note,
    lines: back.lines.map((wanted) => takeBack(order, ids, wanted, restockType)),
    shipping: takeBackShipping(order, ids, back.shippingMinor),
    customMinor: back.customMinor,
    transactionIds: [],
  };
  const value = valueOf(order, refund);
  // Never more than there is: an earlier refund of money alone may have taken part of it.
  const amountMinor = back.withMoney ? Math.min(value, receivedMinor(order) - returnedMinor(order)) : 0;
  order.dueMinor = Math.max(0, order.dueMinor - value);
  if (amountMinor > 0) {
    const moved = addTransaction(order, ids, {
      kind: 'refund',
      amountMinor,
      refundId: refund.id,
      createdAt: at,
    });
    refund.transactionIds.push(moved.id);
  }
  order.refunds.push(refund);
  return refund;
}

/** Throws when more is asked back than there is. */
export function refund(order: Order, request: RefundRequest, ids: Ids, at: string): Refund {
  const customMinor = request.customMinor ?? 0;
  const withMoney = request.withMoney ?? receivedMinor(order) > 0;
  if (customMinor > 0 && customMinor > receivedMinor(order) - returnedMinor(order)) {
    throw new Error(`order ${order.name} was not paid that much`);
  }
  const back = {
    lines: request.lines.filter((line) => line.quantity !== 0),
    shippingMinor: request.shippingMinor ?? 0,
    customMinor,
    note: request.note ?? null,
    withMoney,
  };
  const made = record(order, back, withMoney ? 'return' : 'no_restock', ids, at);
  order.financialStatus = statusOf(order);
  return made;
}

const kept = (order: Order): Wanted[] =>
  order.lines
    .filter((line) => line.currentQuantity > 0)
    .map((line) => ({ lineId: line.id, quantity: line.currentQuantity }));

/** Everything is taken back, and the money that was paid returned; an authorization is voided. */
export function cancel(order: Order, ids: Ids, at: string): Refund | null {
  refuseCancelled(order);
  const paid = receivedMinor(order) > 0;
  if (order.financialStatus === 'authorized') {
    const amountMinor = currentTotals(order).totalMinor;
    addTransaction(order, ids, { kind: 'void', amountMinor, refundId: null, createdAt: at });
  }
  order.cancelledAt = at;
  const shippingMinor = keptShipping(order).netMinor;
  const lines = kept(order);
  const nothing = lines.length === 0 && shippingMinor === 0;
  const back = { lines, shippingMinor, customMinor: 0, note: null, withMoney: paid };
  const made = nothing ? null : record(order, back, 'cancel', ids, at);
  order.financialStatus = statusOf(order);
  return made;
}

function addUnits(order: Order, setup: ShopSetup, line: OrderLine, units: number): void {
  const before = withTax(lineValue(line, line.currentQuantity), order.taxesIncluded);
  line.quantity += units;
  line.currentQuantity += units;
  line.taxLines = taxLinesOf(setup, netMinor(line), line.taxable);
  order.dueMinor += withTax(lineValue(line, line.currentQuantity), order.taxesIncluded) - before;
}

/** Sets kept quantities. Returns the refund without money that removed units leave behind, if any. */
export function edit(order: Order, setup: ShopSetup, wanted: Wanted[], ids: Ids, at: string): Refund | null {
  refuseCancelled(order);
  const removed: Wanted[] = [];
  for (const { lineId, quantity } of wanted) {
    const line = lineOf(order, lineId);
    const change = quantity - line.currentQuantity;
    if (change > 0) addUnits(order, setup, line, change);
    if (change < 0) removed.push({ lineId, quantity: -change });
  }
  const back = { lines: removed, shippingMinor: 0, customMinor: 0, note: null, withMoney: false };
  const made = removed.length > 0 ? record(order, back, 'no_restock', ids, at) : null;
  order.financialStatus = statusOf(order);
  return made;
}
