// Lines, shipping and money taken back, and the record that a refund, a cancellation or an edit downward leaves.
import type { Ids } from './ids.ts';
import { addTransaction, gatewayOf } from './order-payments.ts';
import { balanceMinor, heldMinor, keptShipping, lineValue, sum, withTax } from './order-totals.ts';
import { Refused } from './refused.ts';
import type { Gateway, Order, OrderLine, Refund, RefundLine, RefundShipping } from './types.ts';

export type Wanted = { lineId: string; quantity: number };
type RestockType = RefundLine['restockType'];

export function lineOf(order: Order, lineId: string): OrderLine {
  const line = order.lines.find((one) => one.id === lineId);
  if (!line) throw new Refused(`order ${order.name} has no line ${lineId}`);
  return line;
}

function takeBackLine(order: Order, ids: Ids, wanted: Wanted, restockType: RestockType): RefundLine {
  const line = lineOf(order, wanted.lineId);
  const left = line.currentQuantity - wanted.quantity;
  if (!Number.isInteger(wanted.quantity) || wanted.quantity < 1 || left < 0) {
    throw new Refused(
      `line ${line.id} has ${line.currentQuantity} units to take back, not ${wanted.quantity}`,
    );
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
    throw new Refused(`order ${order.name} has no such shipping to give back`);
  line.refundedMinor += amountMinor;
  const taxMinor = before.taxMinor - keptShipping(order).taxMinor;
  return [{ id: ids.next(), shippingLineId: line.id, subtotalMinor: amountMinor, taxMinor }];
}

/** What lines and shipping of a refund are worth, with tax. */
export function goodsValue(
  order: Order,
  refund: Pick<Refund, 'lines' | 'shipping' | 'dutyMinor' | 'feeMinor'>,
): number {
  const parts = [...refund.lines, ...refund.shipping].map((part) =>
    withTax({ netMinor: part.subtotalMinor, taxMinor: part.taxMinor }, order.taxesIncluded),
  );
  return sum(parts) + (refund.dutyMinor ?? 0) + (refund.feeMinor ?? 0);
}

/** The duty of the units that go back, or so much of the first line that has any. */
function takeBackDuty(order: Order, { lines, duties, dutyMinor = 0 }: Back): number {
  const first = order.lines.find((line) => line.dutyMinor);
  if (dutyMinor > 0 && first) first.dutyBackMinor = (first.dutyBackMinor ?? 0) + dutyMinor;
  if (!duties) return dutyMinor;
  const parts = lines.map(({ lineId, quantity }) => {
    const line = lineOf(order, lineId);
    const part = Math.floor(((line.dutyMinor ?? 0) * quantity) / line.quantity);
    line.dutyBackMinor = (line.dutyBackMinor ?? 0) + part;
    return part;
  });
  return dutyMinor + sum(parts);
}

function takeBackFee(order: Order, { feeMinor = 0 }: Back): number {
  if (feeMinor > 0) order.feeBackMinor = (order.feeBackMinor ?? 0) + feeMinor;
  return feeMinor;
}

/** What a payment in coins makes of an amount. */
function rounded(amountMinor: number, stepMinor: number | undefined): number {
  return stepMinor ? Math.round(amountMinor / stepMinor) * stepMinor : amountMinor;
}

export type Back = {
  lines: Wanted[];
  shippingMinor: number;
  customMinor: number;
  duties?: boolean;
  dutyMinor?: number;
  feeMinor?: number;
  restockingMinor?: number;
  cashStepMinor?: number;
  note: string | null;
  withMoney: boolean;
  /** The way the order was paid when absent. */
  gateway?: Gateway;
};

/** Money alone first settles what is owed to the shopper, as after an edit downward; only the rest is a favour. */
function dueAfter(order: Order, refund: Refund): number {
  const owedToShopper = Math.max(0, -balanceMinor(order));
  const favour = Math.max(0, refund.customMinor - owedToShopper);
  if (favour > 0) order.goodwillMinor = (order.goodwillMinor ?? 0) + favour;
  const goods = goodsValue(order, refund) - (refund.restockingMinor ?? 0);
  return Math.max(0, order.dueMinor - goods - favour);
}

export function takeBack(order: Order, back: Back, restockType: RestockType, ids: Ids, at: string): Refund {
  const refund: Refund = {
    id: ids.next(),
    createdAt: at,
    note: back.note,
    lines: back.lines.map((wanted) => takeBackLine(order, ids, wanted, restockType)),
    shipping: takeBackShipping(order, ids, back.shippingMinor),
    customMinor: back.customMinor,
    dutyMinor: takeBackDuty(order, back),
    feeMinor: takeBackFee(order, back),
    restockingMinor: back.restockingMinor ?? 0,
    transactionIds: [],
  };
  // Never more than there is: an earlier refund of money alone may have taken part of it.
  const value = goodsValue(order, refund) + refund.customMinor - (back.restockingMinor ?? 0);
  const exactMinor = back.withMoney ? Math.min(value, heldMinor(order)) : 0;
  const amountMinor = rounded(exactMinor, back.cashStepMinor);
  order.dueMinor = dueAfter(order, refund);
  if (amountMinor > 0) {
    const gateway = back.cashStepMinor ? 'cash' : (back.gateway ?? gatewayOf(order));
    const roundingMinor = amountMinor - exactMinor;
    const made = {
      kind: 'refund',
      gateway,
      amountMinor,
      ...(back.cashStepMinor ? { roundingMinor } : {}),
      refundId: refund.id,
      createdAt: at,
    } as const;
    refund.transactionIds.push(addTransaction(order, ids, made).id);
  }
  order.refunds.push(refund);
  return refund;
}
