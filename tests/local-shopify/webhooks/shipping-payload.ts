// The shipping line of an order, as payloads show it.
import { bag } from '#tests/local-shopify/shop/money.ts';
import { allocated } from '#tests/local-shopify/shop/order-totals.ts';
import type { Order, ShippingLine } from '#tests/local-shopify/shop/types.ts';
import { moneySet, taxLinePayload } from './payload-parts.ts';

export function shippingLinePayload(order: Order, line: ShippingLine): object {
  const discounted = line.priceMinor - allocated(line.allocations);
  const money = (minor: number) => bag(order, minor);
  return {
    id: Number(line.id),
    carrier_identifier: null,
    code: line.title,
    current_discounted_price_set: moneySet(money(discounted - line.refundedMinor)),
    discount_allocations: line.allocations.map((one) => ({
      amount: money(one.amountMinor).shop.amount,
      amount_set: moneySet(money(one.amountMinor)),
      discount_application_index: one.application,
    })),
    discounted_price: money(discounted).shop.amount,
    discounted_price_set: moneySet(money(discounted)),
    is_removed: false,
    phone: null,
    price: money(line.priceMinor).shop.amount,
    price_set: moneySet(money(line.priceMinor)),
    requested_fulfillment_service_id: null,
    source: 'shopify',
    tax_lines: line.taxLines.map((tax) => taxLinePayload(tax, money)),
    title: line.title,
  };
}
