// From a cart to an order: what the checkout's form says, and a double click makes one order.
import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { requestOfCart } from '#tests/local-shopify/shop/cart-order.ts';
import { shippingAllocations } from '#tests/local-shopify/shop/discounts.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { exponentOf } from '#tests/local-shopify/shop/money.ts';
import type { Customer, Order, OrderRequest } from '#tests/local-shopify/shop/types.ts';
import { field } from './form.ts';
import { hundredths } from './product-objects.ts';
import { cartOfVisit } from './visit.ts';
import type { Visit } from './visit.ts';

/** Orders by the token of the checkout that placed them. */
export type PlacedOrders = Map<string, Promise<Order>>;

/** 4.90 in the shop's currency (490 where it has no minor unit), nothing when nothing is to be sent. */
function shippingMinor(shop: LocalShop, visit: Visit): number {
  const sent = visit.cart.some((entry) => shop.variant(entry.variantId)?.variant.requiresShipping);
  if (!sent) return 0;
  return exponentOf(shop.currency) === 3 ? 4900 : 490;
}

export function checkoutObject(shop: LocalShop, visit: Visit) {
  return {
    token: randomUUID(),
    email: '',
    shipping_price: hundredths(shippingLeft(shop, visit), shop.currency),
  };
}

/** What sending costs once the cart's codes are taken off it. */
function shippingLeft(shop: LocalShop, visit: Visit): number {
  const price = shippingMinor(shop, visit);
  const { discounts = [] } = requestOfCart(shop, cartOfVisit(visit), {
    payment: 'paid',
    shippingMinor: price,
  });
  const off = shippingAllocations(price, discounts).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return price - off;
}

export function orderRequest(shop: LocalShop, visit: Visit, request: Request): OrderRequest {
  const email = visit.customer?.email ?? field(request, 'email');
  const cart = cartOfVisit(visit);
  const buyer = visit.customer ?? customerOf(shop, email);
  return requestOfCart(
    shop,
    { ...cart, customerId: buyer?.id ?? null },
    {
      payment: field(request, 'payment') === 'pending' ? 'pending' : 'paid',
      shippingMinor: shippingMinor(shop, visit),
      ...(email === '' ? {} : { email }),
    },
  );
}

/** An address that somebody types makes the order its owner's, and proves nothing. */
function customerOf(shop: LocalShop, email: string): Customer | null {
  const wanted = email.toLowerCase();
  return [...shop.customers.values()].find((one) => one.email.toLowerCase() === wanted) ?? null;
}

/** The same token gets the same order; a failed attempt may be repeated. */
export function placeOnce(placed: PlacedOrders, token: string, place: () => Promise<Order>): Promise<Order> {
  const known = placed.get(token);
  if (known) return known;
  const order = place();
  placed.set(token, order);
  order.catch(() => placed.delete(token));
  return order;
}
