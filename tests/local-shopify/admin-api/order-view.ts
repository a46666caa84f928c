// An order as the Admin API shows it.
import { gatewayName } from '#tests/local-shopify/shop/gateways.ts';
import {
  cashRoundingMinor,
  currentTotals,
  heldMinor,
  isFulfilled,
  orderedTotals,
  outstandingMinor,
  receivedMinor,
  returnedMinor,
  sum,
  toldBalanceMinor,
  toldTotalMinor,
} from '#tests/local-shopify/shop/order-totals.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { connection, inOrder } from './connections.ts';
import type { PageArgs } from './connections.ts';
import type { AdminContext } from './context.ts';
import { customerView } from './customer-view.ts';
import { discountApplicationView } from './discount-view.ts';
import { gid } from './global-ids.ts';
import { lineView, shippingLineView } from './line-view.ts';
import { moneySet } from './money-view.ts';
import { refundView, transactionView } from './refund-view.ts';

function totals({ shop: { unsettled } }: AdminContext, order: Order) {
  const ordered = orderedTotals(order);
  const current = currentTotals(order);
  const set = (minor: number) => () => moneySet(order, minor);
  const orNull = (orderedMinor: number, minor: number) => (orderedMinor === 0 ? null : set(minor));
  return {
    subtotalPriceSet: set(ordered.subtotalMinor),
    totalDiscountsSet: set(ordered.discountsMinor),
    totalPriceSet: set(ordered.totalMinor),
    originalTotalPriceSet: set(ordered.totalMinor),
    totalShippingPriceSet: set(order.shippingLine?.priceMinor ?? 0),
    totalTaxSet: set(ordered.taxMinor),
    totalTipReceivedSet: set(ordered.tipMinor),
    currentSubtotalPriceSet: set(current.subtotalMinor),
    currentTotalDiscountsSet: set(current.discountsMinor),
    currentTotalPriceSet: set(toldTotalMinor(order, unsettled)),
    currentTotalTaxSet: set(current.taxMinor),
    currentShippingPriceSet: set(current.shippingMinor),
    totalOutstandingSet: set(toldBalanceMinor(order, unsettled)),
    totalReceivedSet: set(receivedMinor(order)),
    totalRefundedSet: set(returnedMinor(order)),
    totalRefundedShippingSet: set(order.shippingLine?.refundedMinor ?? 0),
    netPaymentSet: set(heldMinor(order)),
    currentTotalDutiesSet: orNull(ordered.dutiesMinor, current.dutiesMinor),
    originalTotalDutiesSet: orNull(ordered.dutiesMinor, ordered.dutiesMinor),
    currentTotalAdditionalFeesSet: orNull(ordered.feesMinor, current.feesMinor),
    originalTotalAdditionalFeesSet: orNull(ordered.feesMinor, ordered.feesMinor),
    totalCashRoundingAdjustment: {
      paymentSet: set(0),
      refundSet: set(cashRoundingMinor(order)),
    },
  };
}

function parcels(order: Order) {
  const sent = (order.fulfillments ?? []).map(
    ({ id, createdAt, status, estimatedDeliveryAt, deliveredAt }) => ({
      id: gid('Fulfillment', id),
      createdAt,
      estimatedDeliveryAt: estimatedDeliveryAt ?? null,
      deliveredAt: deliveredAt ?? null,
      status: status.toUpperCase(),
    }),
  );
  return {
    displayFulfillmentStatus: isFulfilled(order) ? 'FULFILLED' : 'UNFULFILLED',
    fulfillments: (args: { first?: number | null }) => sent.slice(0, args.first ?? sent.length),
  };
}

function people(context: AdminContext, order: Order) {
  const customer = order.customerId === null ? null : (context.shop.customers.get(order.customerId) ?? null);
  return {
    customer: () => (customer ? customerView(context, customer) : null),
    customerLocale: order.locale,
  };
}

function parts(context: AdminContext, order: Order) {
  const indices = order.discounts.map((_, index) => index);
  const first = <T>(items: T[], args: { first?: number | null }) =>
    items.slice(0, args.first ?? items.length);
  const shipping = order.shippingLine ? [order.shippingLine] : [];
  return {
    lineItems: (args: PageArgs) =>
      connection(
        inOrder(order.lines, (line) => lineView(context, order, line)),
        args,
      ),
    discountApplications: (args: PageArgs) =>
      connection(
        inOrder(indices, (index) => discountApplicationView(order, index)),
        args,
      ),
    discountCodes: order.discounts.filter((one) => one.type === 'discount_code').map((one) => one.title),
    discountCode: order.discounts.find((one) => one.type === 'discount_code')?.title ?? null,
    refunds: (args: { first?: number | null }) =>
      first(order.refunds, args).map((one) => refundView(context, order, one)),
    transactions: (args: { first?: number | null }) =>
      first(order.transactions, args).map((one) => transactionView(context, order, one)),
    shippingLine: () => (order.shippingLine ? shippingLineView(order, order.shippingLine) : null),
    shippingLines: (args: PageArgs) =>
      connection(
        inOrder(shipping, (line) => shippingLineView(order, line)),
        args,
      ),
  };
}

export function orderView(context: AdminContext, order: Order): object {
  return {
    __typename: 'Order',
    ...totals(context, order),
    ...parcels(order),
    ...people(context, order),
    ...parts(context, order),
    id: gid('Order', order.id),
    legacyResourceId: order.id,
    name: order.name,
    number: order.number,
    note: order.note,
    tags: order.tags,
    test: order.test,
    sourceName: order.sourceName,
    createdAt: order.createdAt,
    processedAt: order.processedAt,
    updatedAt: order.updatedAt,
    cancelledAt: order.cancelledAt,
    cancelReason: order.cancelledAt ? 'OTHER' : null,
    closed: false,
    closedAt: null,
    confirmed: true,
    customAttributes: [],
    currencyCode: order.currency,
    presentmentCurrencyCode: order.presentmentCurrency,
    taxesIncluded: order.taxesIncluded,
    dutiesIncluded: false,
    estimatedTaxes: false,
    edited: order.edited ?? false,
    displayFinancialStatus: order.financialStatus.toUpperCase(),
    fullyPaid: outstandingMinor(order) === 0,
    unpaid: receivedMinor(order) === 0,
    subtotalLineItemsQuantity: sum(order.lines.map((line) => line.quantity)),
    currentSubtotalLineItemsQuantity: sum(order.lines.map((line) => line.currentQuantity)),
    paymentGatewayNames: [...new Set(order.transactions.map((one) => gatewayName(one.gateway)))],
  };
}
