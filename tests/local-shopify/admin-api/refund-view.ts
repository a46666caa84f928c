// A refund: its lines, its shipping, and the money that moved.
import { gatewayName, isManualGateway } from '#tests/local-shopify/shop/gateways.ts';
import { sum, toldSubtotalMinor } from '#tests/local-shopify/shop/order-totals.ts';
import type {
  Order,
  Refund,
  RefundLine,
  RefundShipping,
  Transaction,
} from '#tests/local-shopify/shop/types.ts';
import { connection, inOrder } from './connections.ts';
import type { PageArgs } from './connections.ts';
import type { AdminContext } from './context.ts';
import { gid } from './global-ids.ts';
import { lineView, shippingLineView } from './line-view.ts';
import { moneySet } from './money-view.ts';
import { orderView } from './order-view.ts';

function refundLineView(context: AdminContext, order: Order, one: RefundLine) {
  const line = order.lines.find((each) => each.id === one.lineId);
  if (!line) throw new Error(`refund line ${one.id} names no line of ${order.name}`);
  return {
    id: gid('RefundLineItem', one.id),
    quantity: one.quantity,
    restockType: one.restockType.toUpperCase(),
    restocked: one.restockType !== 'no_restock',
    lineItem: () => lineView(context, order, line),
    priceSet: () => moneySet(order, line.unitPriceMinor),
    subtotalSet: () => moneySet(order, toldSubtotalMinor(order, one, context.shop.unsettled)),
    totalTaxSet: () => moneySet(order, one.taxMinor),
  };
}

function refundShippingView({ shop }: AdminContext, order: Order, one: RefundShipping) {
  return {
    id: gid('RefundShippingLine', one.id),
    shippingLine: () => (order.shippingLine ? shippingLineView(order, order.shippingLine) : null),
    subtotalAmountSet: moneySet(order, toldSubtotalMinor(order, one, shop.unsettled)),
    taxAmountSet: moneySet(order, one.taxMinor),
  };
}

function adjustmentView(order: Order, refund: Refund) {
  return {
    id: gid('OrderAdjustment', String(Number(refund.id) + 1)),
    amountSet: moneySet(order, -refund.customMinor),
    taxAmountSet: moneySet(order, 0),
    reason: null,
    kind: 'REFUND_DISCREPANCY',
  };
}

export function transactionView(context: AdminContext, order: Order, one: Transaction) {
  return {
    __typename: 'OrderTransaction',
    id: gid('OrderTransaction', one.id),
    kind: one.kind.toUpperCase(),
    status: one.status.toUpperCase(),
    gateway: gatewayName(one.gateway),
    formattedGateway: gatewayName(one.gateway),
    manualPaymentGateway: isManualGateway(one.gateway),
    authorizationExpiresAt: one.expiredAt ?? null,
    test: order.test,
    createdAt: one.createdAt,
    processedAt: one.createdAt,
    amountSet: () =>
      moneySet(
        order,
        one.amountMinor - (context.shop.unsettled.cashAmount === 'exact' ? (one.roundingMinor ?? 0) : 0),
      ),
    amountRoundingSet: () => (one.roundingMinor === undefined ? null : moneySet(order, one.roundingMinor)),
    order: () => orderView(context, order),
  };
}

export function refundView(context: AdminContext, order: Order, refund: Refund) {
  const moved = order.transactions.filter((one) => refund.transactionIds.includes(one.id));
  const adjusted = refund.customMinor > 0 ? [refund] : [];
  return {
    __typename: 'Refund',
    id: gid('Refund', refund.id),
    legacyResourceId: refund.id,
    note: refund.note,
    createdAt: refund.createdAt,
    updatedAt: refund.createdAt,
    processedAt: refund.createdAt,
    duties: () =>
      refund.dutyMinor ? [{ amountSet: moneySet(order, refund.dutyMinor), originalDuty: null }] : [],
    order: () => orderView(context, order),
    totalRefundedSet: () => moneySet(order, sum(moved.map((one) => one.amountMinor))),
    refundLineItems: (args: PageArgs) =>
      connection(
        inOrder(refund.lines, (one) => refundLineView(context, order, one)),
        args,
      ),
    refundShippingLines: (args: PageArgs) =>
      connection(
        inOrder(refund.shipping, (one) => refundShippingView(context, order, one)),
        args,
      ),
    orderAdjustments: (args: PageArgs) =>
      connection(
        inOrder(adjusted, (one) => adjustmentView(order, one)),
        args,
      ),
    transactions: (args: PageArgs) =>
      connection(
        inOrder(moved, (one) => transactionView(context, order, one)),
        args,
      ),
  };
}
