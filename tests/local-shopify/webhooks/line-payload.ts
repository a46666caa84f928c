// An order line as payloads show it, in the order and inside its refunds.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { allocationBag, bag, lineBag } from '#tests/local-shopify/shop/money.ts';
import type { DiscountAllocation, Order, OrderLine } from '#tests/local-shopify/shop/types.ts';
import { moneySet, taxLinePayload } from './payload-parts.ts';

function allocationPayload(order: Order, line: OrderLine, one: DiscountAllocation): object {
  const money = allocationBag(order, line, one);
  return {
    amount: money.shop.amount,
    amount_set: moneySet(money),
    discount_application_index: one.application,
  };
}

function dutiesPayload(order: Order, { id, dutyMinor }: OrderLine): object[] {
  if (!dutyMinor) return [];
  const price = bag(order, dutyMinor);
  return [
    {
      id: Number(id) + 1,
      admin_graphql_api_id: `gid://shopify/Duty/${Number(id) + 1}`,
      harmonized_system_code: null,
      country_code_of_origin: null,
      price: price.shop.amount,
      price_set: moneySet(price),
      tax_lines: [],
    },
  ];
}

const numberOrNull = (id: string | null): number | null => (id === null ? null : Number(id));

/** `total_discount` stays "0.00": Shopify tells discounts of the cart by allocations. */
export function linePayload(shop: LocalShop, order: Order, line: OrderLine): Record<string, unknown> {
  const price = lineBag(order, line, line.unitPriceMinor);
  const suffix = line.variantTitle ? ` - ${line.variantTitle}` : '';
  return {
    id: Number(line.id),
    admin_graphql_api_id: `gid://shopify/LineItem/${line.id}`,
    attributed_staffs: [],
    current_quantity: line.currentQuantity,
    discount_allocations: line.allocations.map((one) => allocationPayload(order, line, one)),
    duties: dutiesPayload(order, line),
    fulfillable_quantity: line.requiresShipping ? line.currentQuantity : 0,
    fulfillment_service: 'manual',
    fulfillment_status: null,
    gift_card: line.giftCard,
    grams: line.grams,
    name: `${line.title}${suffix}`,
    price: price.shop.amount,
    price_set: moneySet(price),
    product_exists: line.productId !== null,
    product_id: numberOrNull(line.productId),
    properties: [],
    quantity: line.quantity,
    requires_shipping: line.requiresShipping,
    sales_line_item_group_id: numberOrNull(line.groupId),
    sku: line.sku,
    tax_lines: line.taxLines.map((tax) => taxLinePayload(tax, (minor) => bag(order, minor))),
    taxable: line.taxable,
    title: line.title,
    total_discount: bag(order, 0).shop.amount,
    total_discount_set: moneySet(bag(order, 0)),
    variant_id: numberOrNull(line.variantId),
    variant_inventory_management: line.variantId === null ? null : 'shopify',
    variant_title: line.variantTitle,
    vendor: line.vendor,
    ...(line.kind === 'tip' && shop.unsettled.tipKeys
      ? { tip_payment_gateway: null, tip_payment_method: null }
      : {}),
  };
}
