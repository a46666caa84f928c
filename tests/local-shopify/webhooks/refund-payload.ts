// refunds/create, and each refund inside an order: it names no customer and not the whole order.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { gatewayName, isManualGateway } from '#tests/local-shopify/shop/gateways.ts';
import { bag } from '#tests/local-shopify/shop/money.ts';
import { inZone } from '#tests/local-shopify/shop/times.ts';
import type {
  Order,
  Refund,
  RefundLine,
  RefundShipping,
  Transaction,
} from '#tests/local-shopify/shop/types.ts';
import { toldSubtotalMinor } from '#tests/local-shopify/shop/order-totals.ts';
import { linePayload } from './line-payload.ts';
import { moneySet } from './payload-parts.ts';
import { shippingLinePayload } from './shipping-payload.ts';

function refundLinePayload(shop: LocalShop, order: Order, one: RefundLine): object {
  const line = order.lines.find((each) => each.id === one.lineId);
  if (!line) throw new Error(`refund line ${one.id} names no line of ${order.name}`);
  const subtotal = bag(order, toldSubtotalMinor(order, one, shop.unsettled));
  const tax = bag(order, one.taxMinor);
  return {
    id: Number(one.id),
    line_item: linePayload(shop, order, line),
    line_item_id: Number(line.id),
    location_id: null,
    quantity: one.quantity,
    restock_type: one.restockType,
    subtotal: Number(subtotal.shop.amount),
    subtotal_set: moneySet(subtotal),
    total_tax: Number(tax.shop.amount),
    total_tax_set: moneySet(tax),
  };
}

function refundShippingPayload(shop: LocalShop, order: Order, one: RefundShipping): object {
  return {
    id: Number(one.id),
    shipping_line: order.shippingLine ? shippingLinePayload(order, order.shippingLine) : null,
    subtotal_amount_set: moneySet(bag(order, toldSubtotalMinor(order, one, shop.unsettled))),
    tax_amount_set: moneySet(bag(order, one.taxMinor)),
  };
}

function adjustmentPayload(order: Order, refund: Refund): object {
  // Below zero: more was given back than lines and shipping come to.
  const amount = bag(order, -refund.customMinor);
  return {
    id: Number(refund.id) + 1,
    amount: amount.shop.amount,
    amount_set: moneySet(amount),
    kind: 'refund_discrepancy',
    order_id: Number(order.id),
    reason: 'Refund discrepancy',
    refund_id: Number(refund.id),
    tax_amount: bag(order, 0).shop.amount,
    tax_amount_set: moneySet(bag(order, 0)),
  };
}

/** In the shopper's currency, or in the shop's; the sample's `currency` is null. */
function transactionMoney(shop: LocalShop, order: Order, one: Transaction): object {
  const { transactionCurrency, cashAmount } = shop.unsettled;
  const rounding = one.roundingMinor ?? 0;
  const side = transactionCurrency === 'shop' ? 'shop' : 'presentment';
  const amount = bag(order, one.amountMinor - (cashAmount === 'exact' ? rounding : 0))[side];
  return {
    amount: amount.amount,
    amount_rounding: one.roundingMinor === undefined ? null : bag(order, rounding)[side].amount,
    currency: transactionCurrency === 'untold' ? null : amount.currency,
  };
}

function transactionPayload(shop: LocalShop, order: Order, one: Transaction): object {
  const at = inZone(one.createdAt, shop.timeZone);
  const unsettled = { amount: '0.0', currency: order.currency };
  return {
    id: Number(one.id),
    admin_graphql_api_id: `gid://shopify/OrderTransaction/${one.id}`,
    ...transactionMoney(shop, order, one),
    authorization: null,
    created_at: at,
    device_id: null,
    error_code: null,
    gateway: gatewayName(one.gateway),
    kind: one.kind,
    location_id: null,
    manual_payment_gateway: isManualGateway(one.gateway),
    message: null,
    order_id: Number(order.id),
    parent_id: null,
    payment_id: `${order.name}.1`,
    processed_at: at,
    receipt: {},
    source_name: order.sourceName,
    status: one.status,
    test: order.test,
    total_unsettled_set: { presentment_money: unsettled, shop_money: unsettled },
    user_id: null,
  };
}

export function refundPayload(shop: LocalShop, order: Order, refund: Refund): object {
  const at = inZone(refund.createdAt, shop.timeZone);
  const dutySet = moneySet(bag(order, refund.dutyMinor ?? 0));
  const moved = order.transactions.filter((one) => refund.transactionIds.includes(one.id));
  return {
    id: Number(refund.id),
    admin_graphql_api_id: `gid://shopify/Refund/${refund.id}`,
    created_at: at,
    duties: refund.dutyMinor ? [{ duty_id: Number(refund.id) + 2, amount_set: dutySet }] : [],
    note: refund.note,
    order_adjustments: refund.customMinor > 0 ? [adjustmentPayload(order, refund)] : [],
    order_id: Number(order.id),
    processed_at: at,
    refund_line_items: refund.lines.map((one) => refundLinePayload(shop, order, one)),
    refund_shipping_lines: refund.shipping.map((one) => refundShippingPayload(shop, order, one)),
    restock: refund.lines.some((one) => one.restockType !== 'no_restock'),
    return: null,
    total_duties_set: dutySet,
    transactions: moved.map((one) => transactionPayload(shop, order, one)),
    user_id: null,
  };
}
