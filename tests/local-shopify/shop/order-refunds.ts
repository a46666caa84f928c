// What gives goods and money back: refunds, and cancelling the whole order. Each changes the order in place.
import type { Ids } from './ids.ts';
import { noteVoid, refuseCancelled } from './order-payments.ts';
import {
  currentTotals,
  heldMinor,
  keptShipping,
  openAuthorization,
  receivedMinor,
  statusOf,
} from './order-totals.ts';
import { Refused } from './refused.ts';
import { takeBack } from './take-back.ts';
import type { Wanted } from './take-back.ts';
import type { Order, Refund, RefundRequest } from './types.ts';
import type { Unsettled } from './unsettled.ts';

/** Throws Refused when more is asked back than there is. */
export function refund(
  order: Order,
  request: RefundRequest,
  ids: Ids,
  at: string,
  { partPaidRefund }: Unsettled,
): Refund {
  const customMinor = request.customMinor ?? 0;
  const withMoney = request.withMoney ?? receivedMinor(order) > 0;
  if (customMinor > 0 && (!withMoney || customMinor > heldMinor(order))) {
    throw new Refused(`order ${order.name} was not paid that much`);
  }
  const back = {
    lines: request.lines.filter((line) => line.quantity !== 0),
    shippingMinor: request.shippingMinor ?? 0,
    customMinor,
    note: request.note ?? null,
    withMoney,
    duties: request.duties ?? false,
    dutyMinor: request.dutyMinor ?? 0,
    feeMinor: request.feeMinor ?? 0,
    restockingMinor: request.restockingMinor ?? 0,
    ...(request.cashStepMinor ? { cashStepMinor: request.cashStepMinor } : {}),
    ...(request.to === 'store_credit' ? { gateway: 'store_credit' as const } : {}),
  };
  const made = takeBack(order, back, withMoney ? 'return' : 'no_restock', ids, at);
  const status = statusOf(order);
  order.financialStatus = status === 'partially_paid' && withMoney ? partPaidRefund : status;
  return made;
}

const kept = (order: Order): Wanted[] =>
  order.lines
    .filter((line) => line.currentQuantity > 0)
    .map((line) => ({ lineId: line.id, quantity: line.currentQuantity }));

/** Everything is taken back, and the money that was paid returned; an authorization is voided. */
export function cancel(order: Order, ids: Ids, at: string): Refund | null {
  refuseCancelled(order);
  const withMoney = receivedMinor(order) > 0;
  if (openAuthorization(order)) noteVoid(order, ids, at);
  order.cancelledAt = at;
  const shippingMinor = keptShipping(order).netMinor;
  const lines = kept(order);
  const nothing = lines.length === 0 && shippingMinor === 0;
  const { dutiesMinor: dutyMinor, feesMinor: feeMinor } = currentTotals(order);
  const back = { lines, shippingMinor, customMinor: 0, note: null, withMoney, dutyMinor, feeMinor };
  const made = nothing ? null : takeBack(order, back, 'cancel', ids, at);
  order.financialStatus = statusOf(order);
  return made;
}
