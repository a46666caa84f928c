// The order that a cart becomes, with every discount that it gets then.
import type { Cart } from './cart.ts';
import { discountsOfCart } from './cart-offers.ts';
import type { LocalShop } from './local-shop.ts';
import type { DiscountRequest, OrderRequest } from './types.ts';

/** As the cart's page shows it: one line each, and discounts by their functions' own words. */
export function shownCart(shop: LocalShop, cart: Cart): OrderRequest {
  return {
    customerId: cart.customerId,
    lines: cart.lines,
    payment: 'paid',
    locale: cart.language,
    discounts: discountsOfCart(shop, cart),
    ...(cart.presentment ? { presentment: cart.presentment } : {}),
  };
}

type Rest = Omit<
  OrderRequest,
  'customerId' | 'lines' | 'discounts' | 'presentment' | 'locale' | 'splitLines'
>;

/** As an order is written, in either of the ways that Shopify may have. */
export function requestOfCart(shop: LocalShop, cart: Cart, rest: Rest): OrderRequest {
  const { orderNames, partlyFreeLine } = shop.unsettled;
  const shown = shownCart(shop, cart);
  const discounts = (shown.discounts ?? []).map((one) =>
    orderNames === 'title' ? { ...one, title: one.nodeTitle ?? one.title } : one,
  );
  const lowering = discounts.filter((one) => one.target !== 'shipping' || lowersShipping(one, rest));
  return { ...shown, ...rest, discounts: lowering, splitLines: partlyFreeLine === 'split' };
}

function lowersShipping({ upToMinor }: DiscountRequest, { shippingMinor = 0 }: Rest): boolean {
  return shippingMinor > 0 && (upToMinor === undefined || shippingMinor <= upToMinor);
}
