// orders/*: the full order as it is now, with every key of Shopify's own payload.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { bag } from '#tests/local-shopify/shop/money.ts';
import { gatewayName } from '#tests/local-shopify/shop/gateways.ts';
import {
  cashRoundingMinor,
  currentTotals,
  isFulfilled,
  orderedTotals,
  sum,
  taxed,
  toldBalanceMinor,
  toldTotalMinor,
} from '#tests/local-shopify/shop/order-totals.ts';
import { inZone } from '#tests/local-shopify/shop/times.ts';
import type { Customer, Order, TaxLine } from '#tests/local-shopify/shop/types.ts';
import { linePayload } from './line-payload.ts';
import {
  addressPayload,
  customerPayload,
  discountApplicationPayload,
  moneySet,
  taxLinePayload,
} from './payload-parts.ts';
import { refundPayload } from './refund-payload.ts';
import { shippingLinePayload } from './shipping-payload.ts';

type Part = Record<string, unknown>;

/** `name` as text and `name_set` in both currencies. */
function priced(order: Order, name: string, minor: number): Part {
  const money = bag(order, minor);
  return { [name]: money.shop.amount, [`${name}_set`]: moneySet(money) };
}

/** Null where the order has none. */
function charged(order: Order, name: string, orderedMinor: number, currentMinor: number): Part {
  const set = (minor: number) => (orderedMinor === 0 ? null : moneySet(bag(order, minor)));
  return {
    [`original_total_${name}_set`]: set(orderedMinor),
    [`current_total_${name}_set`]: set(currentMinor),
  };
}

function parcels(shop: LocalShop, order: Order): Part {
  const sent = (order.fulfillments ?? []).map(({ id, createdAt, status }) => ({
    id: Number(id),
    admin_graphql_api_id: `gid://shopify/Fulfillment/${id}`,
    created_at: inZone(createdAt, shop.timeZone),
    order_id: Number(order.id),
    status,
  }));
  return { fulfillments: sent, fulfillment_status: isFulfilled(order) ? 'fulfilled' : null };
}

function totals(shop: LocalShop, order: Order): Part {
  const ordered = orderedTotals(order);
  const current = currentTotals(order);
  const nothing = moneySet(bag(order, 0));
  return {
    ...priced(order, 'subtotal_price', ordered.subtotalMinor),
    ...priced(order, 'total_discounts', ordered.discountsMinor),
    ...priced(order, 'total_line_items_price', ordered.linesMinor),
    ...priced(order, 'total_price', ordered.totalMinor),
    ...priced(order, 'total_tax', ordered.taxMinor),
    ...priced(order, 'current_subtotal_price', current.subtotalMinor),
    ...priced(order, 'current_total_discounts', current.discountsMinor),
    ...priced(order, 'current_total_price', toldTotalMinor(order, shop.unsettled)),
    ...priced(order, 'current_total_tax', current.taxMinor),
    current_shipping_price_set: moneySet(bag(order, current.shippingMinor)),
    total_shipping_price_set: moneySet(bag(order, order.shippingLine?.priceMinor ?? 0)),
    total_outstanding: bag(order, toldBalanceMinor(order, shop.unsettled)).shop.amount,
    total_tip_received: bag(order, ordered.tipMinor).shop.amount,
    total_weight: sum(order.lines.map((line) => line.grams * line.quantity)),
    total_cash_rounding_payment_adjustment_set: nothing,
    total_cash_rounding_refund_adjustment_set: moneySet(bag(order, cashRoundingMinor(order))),
    ...charged(order, 'additional_fees', ordered.feesMinor, current.feesMinor),
    ...charged(order, 'duties', ordered.dutiesMinor, current.dutiesMinor),
  };
}

function orderTaxLines(order: Order): TaxLine[] {
  const all = [...order.lines.flatMap((line) => line.taxLines), ...(order.shippingLine?.taxLines ?? [])];
  const first = all[0];
  return first ? [{ ...first, amountMinor: taxed(all) }] : [];
}

/** Also lists manual discounts, as Shopify does: a code is known by its application alone. */
function discountCodes(order: Order): Part[] {
  return order.discounts.flatMap((discount, index) => {
    if (discount.type !== 'discount_code' && discount.type !== 'manual') return [];
    const places = [...order.lines, ...(order.shippingLine ? [order.shippingLine] : [])];
    const own = places.flatMap((place) => place.allocations).filter((one) => one.application === index);
    const amount = bag(order, sum(own.map((one) => one.amountMinor))).shop.amount;
    const type =
      discount.target === 'shipping'
        ? 'shipping'
        : discount.value.kind === 'amount'
          ? 'fixed_amount'
          : 'percentage';
    return [{ amount, code: discount.title, type }];
  });
}

function people(shop: LocalShop, order: Order, customer: Customer | null): Part {
  const email = customer?.email ?? order.email;
  const address = customer?.address ? addressPayload(customer) : null;
  return {
    billing_address: address,
    shipping_address: address,
    buyer_accepts_marketing: false,
    contact_email: email,
    customer: customer
      ? customerPayload(customer, shop.currency, (instant) => inZone(instant, shop.timeZone))
      : null,
    customer_locale: order.locale,
    email,
    phone: customer?.phone ?? null,
  };
}

function times(shop: LocalShop, order: Order): Part {
  const at = (instant: string) => inZone(instant, shop.timeZone);
  return {
    created_at: at(order.createdAt),
    processed_at: at(order.processedAt),
    updated_at: at(order.updatedAt),
    cancelled_at: order.cancelledAt ? at(order.cancelledAt) : null,
    closed_at: null,
    cancel_reason: order.cancelledAt ? 'other' : null,
  };
}

function naming(shop: LocalShop, order: Order): Part {
  return {
    id: Number(order.id),
    admin_graphql_api_id: `gid://shopify/Order/${order.id}`,
    name: order.name,
    number: order.number - 1000,
    order_number: order.number,
    token: order.token,
    order_status_url: `https://${shop.domain}/orders/${order.token}/authenticate`,
    note: order.note,
    note_attributes: [],
    source_name: order.sourceName,
    tags: order.tags.join(', '),
    test: order.test,
    confirmed: true,
    confirmation_number: order.token.slice(0, 9).toUpperCase(),
    checkout_id: Number(order.id) + 2,
    checkout_token: order.token.slice(8, 24),
    cart_token: order.token.slice(4, 20),
  };
}

/** Keys that the stand-in has nothing to say about. */
const UNTOLD: Part = {
  app_id: null,
  browser_ip: null,
  client_details: null,
  device_id: null,
  duties_included: false,
  estimated_taxes: false,
  landing_site: null,
  landing_site_ref: null,
  location_id: null,
  merchant_business_entity_id: null,
  merchant_of_record_app_id: null,
  payment_terms: null,
  po_number: null,
  reference: null,
  referring_site: null,
  returns: [],
  source_identifier: null,
  source_url: null,
  tax_exempt: false,
  user_id: null,
};

export function orderPayload(shop: LocalShop, order: Order): Part {
  const customer = order.customerId === null ? null : (shop.customers.get(order.customerId) ?? null);
  const money = (minor: number) => bag(order, minor);
  return {
    ...UNTOLD,
    ...naming(shop, order),
    ...times(shop, order),
    ...people(shop, order, customer),
    ...totals(shop, order),
    ...parcels(shop, order),
    currency: order.currency,
    presentment_currency: order.presentmentCurrency,
    financial_status: order.financialStatus,
    taxes_included: order.taxesIncluded,
    tax_lines: orderTaxLines(order).map((tax) => taxLinePayload(tax, money)),
    discount_applications: order.discounts.map((one) => discountApplicationPayload(one, money)),
    discount_codes: discountCodes(order),
    line_items: order.lines.map((line) => linePayload(shop, order, line)),
    shipping_lines: order.shippingLine ? [shippingLinePayload(order, order.shippingLine)] : [],
    payment_gateway_names: [...new Set(order.transactions.map((one) => gatewayName(one.gateway)))],
    refunds: order.refunds.map((refund) => refundPayload(shop, order, refund)),
  };
}
