// The orders desk: what a merchant does to orders in Shopify's admin.
import express, { Router } from 'express';
import type { Request, Response } from 'express';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { asyncRoute } from '#tests/local-shopify/storefront/async-route.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import type { Delivery } from '#tests/local-shopify/webhooks/delivery.ts';
import { adminPage } from './layout.ts';
import { orderList } from './order-list.ts';
import { orderPage } from './order-page.ts';
import { readRefund } from './refund-form.ts';

export function deskRouter(shopify: LocalShopify): Router {
  const shop = shopify.firstShop;
  const router = Router();
  router.use('/orders', express.urlencoded({ extended: false }));
  router.get('/orders', (_request, response) => {
    response.send(adminPage({ title: 'Orders', shop: shop.name, content: orderList(shop) }));
  });
  router.get('/orders/:id', (request, response, next) => {
    const order = shop.orders.get(request.params.id);
    if (order) sendOrder(shopify, order, response, null);
    else next();
  });
  router.post(
    '/orders/:id/pay',
    change(shopify, (order) => shop.payOrder(order.id)),
  );
  router.post(
    '/orders/:id/cancel',
    change(shopify, (order) => shop.cancelOrder(order.id)),
  );
  router.post(
    '/orders/:id/refund',
    change(shopify, (order, request) => refund(shop, order, request)),
  );
  router.post(
    '/orders/:id/repeat',
    change(shopify, (order, request) => repeat(shopify, order, request)),
  );
  return router;
}

/** What a change comes to: a refusal as text for the merchant, or done. */
type Change = (order: Order, request: Request) => Promise<Order | { refused: string }>;

function change(shopify: LocalShopify, make: Change) {
  return asyncRoute(async (request, response, next) => {
    const order = shopify.firstShop.orders.get(request.params['id'] ?? '');
    if (!order) {
      next();
      return;
    }
    const made = await attempt(() => make(order, request));
    if (made === null) response.redirect(303, `/orders/${order.id}`);
    else sendOrder(shopify, order, response.status(422), made);
  });
}

/** The shop says no by throwing; its words are for the merchant. */
async function attempt(make: () => ReturnType<Change>): Promise<string | null> {
  try {
    const made = await make();
    return 'refused' in made ? made.refused : null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function refund(shop: LocalShop, order: Order, request: Request): ReturnType<Change> {
  const read = readRefund(order, request);
  return read.ok ? shop.refundOrder(order.id, read.refund) : { refused: read.reason };
}

function repeat(shopify: LocalShopify, order: Order, request: Request): ReturnType<Change> {
  const delivery = deliveriesOf(shopify, order).find((one) => one.id === field(request, 'delivery'));
  if (!delivery) return Promise.resolve({ refused: 'That webhook is no longer kept.' });
  shopify.webhooks.again(delivery);
  return Promise.resolve(order);
}

/** Newest first. A payload names its order as `id`, a refund's as `order_id`. */
function deliveriesOf(shopify: LocalShopify, order: Order): Delivery[] {
  const named = new RegExp(`"(order_)?id":${order.id}\\b`);
  return shopify.webhooks.deliveries.filter((delivery) => named.test(delivery.body)).reverse();
}

function sendOrder(shopify: LocalShopify, order: Order, response: Response, error: string | null): void {
  const shop = shopify.firstShop;
  const content = orderPage(shop, order, deliveriesOf(shopify, order), error);
  response.send(adminPage({ title: `Order ${order.name}`, shop: shop.name, content }));
}
