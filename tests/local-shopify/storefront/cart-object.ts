// The cart as Liquid sees it: the order that it would become, so that both come to the same amounts.
import type { Cart } from '#tests/local-shopify/shop/cart.ts';
import { shownCart } from '#tests/local-shopify/shop/cart-order.ts';
import { forgetfulKeeper } from '#tests/local-shopify/shop/keeper.ts';
import { Ids } from '#tests/local-shopify/shop/ids.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { newOrder } from '#tests/local-shopify/shop/order-placing.ts';
import { sum } from '#tests/local-shopify/shop/order-totals.ts';
import type { DiscountApplication, Order } from '#tests/local-shopify/shop/types.ts';
import { lineItem } from './line-item.ts';
import { hundredths } from './product-objects.ts';

export type CartObject = ReturnType<typeof cartObject>;
export type LineItem = CartObject['items'][number];

export type ApplicationObject = ReturnType<typeof applicationObject>;

export function cartObject(shop: LocalShop, cart: Cart) {
  const order = orderOf(shop, cart);
  const applications = order.discounts.map((one, index) => applicationObject(shop, order, one, index));
  const items = order.lines.flatMap((line) => lineItem(shop, line, applications, cart.language));
  const itemsSubtotal = sum(items.map((item) => item.final_line_price));
  const onLines = applications.filter((one) => one.target_type === 'line_item');
  const cartLevel = onLines.filter((one) => one.target_selection === 'all');
  const cartLevelTotal = sum(cartLevel.map((one) => one.total_allocated_amount));
  const original = sum(items.map((item) => item.original_line_price));
  return {
    items,
    'empty?': items.length === 0,
    item_count: sum(items.map((item) => item.quantity)),
    original_total_price: original,
    items_subtotal_price: itemsSubtotal,
    total_price: itemsSubtotal - cartLevelTotal,
    total_discount: original - (itemsSubtotal - cartLevelTotal),
    total_weight: sum(items.map((item) => item.grams * item.quantity)),
    requires_shipping: items.some((item) => item.requires_shipping),
    cart_level_discount_applications: cartLevel.filter((one) => one.total_allocated_amount > 0),
    discount_applications: onLines.filter((one) => one.total_allocated_amount > 0),
    /** Codes that lower what sending costs, which a cart doesn't know: Liquid shows none of them. */
    shipping_codes: applications
      .filter((one) => one.target_type === 'shipping_line')
      .map(({ title }) => title),
    currency: { iso_code: shop.currency },
    taxes_included: shop.setup.taxesIncluded,
    note: null,
    attributes: {},
  };
}

/** Never placed: its ids are counted by nobody. */
function orderOf(shop: LocalShop, cart: Cart): Order {
  return newOrder(shop, shownCart(shop, cart), new Ids(forgetfulKeeper()), new Date(0));
}

function applicationObject(shop: LocalShop, order: Order, application: DiscountApplication, index: number) {
  const allocations = order.lines.flatMap((line) => line.allocations);
  const mine = allocations.filter((one) => one.application === index);
  const { value } = application;
  return {
    title: application.title,
    type: application.type,
    target_type: application.target === 'shipping' ? 'shipping_line' : 'line_item',
    target_selection: application.selected ? 'entitled' : 'all',
    value_type: value.kind === 'percent' ? 'percentage' : 'fixed_amount',
    value: value.kind === 'percent' ? value.percentBp / 100 : sum(mine.map((one) => one.amountMinor)),
    total_allocated_amount: hundredths(sum(mine.map((one) => one.amountMinor)), shop.currency),
  };
}
