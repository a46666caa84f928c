// Sales that don't come from the storefront: at the till, subscriptions, and their renewals.
import { Router } from 'express';
import type { Request, Response } from 'express';
import { requestOfCart } from '#tests/local-shopify/shop/cart-order.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { renewalOf } from '#tests/local-shopify/shop/subscriptions.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { change, refused, sendPage } from './answer.ts';
import type { Made } from './answer.ts';
import { UNTOUCHED } from './form.ts';
import type { Read } from './form.ts';
import { html } from './html.ts';
import { readSale, saleForm } from './sale-form.ts';
import { saying } from './said.ts';
import type { Said } from './said.ts';

export function saleRoutes({ firstShop: shop }: LocalShopify): Router {
  const router = Router();
  const show = (_request: Request, response: Response, said: Said) => {
    const state = said && 'form' in said ? said.state : UNTOUCHED;
    const page = html`<h1>New sale</h1>
      ${saying(said)} ${saleForm(shop, state)}`;
    sendPage(response, shop.name, 'New sale', page);
  };
  router.get('/sales/new', (request, response) => show(request, response, null));
  const sell = async (request: Request) => {
    const read = readSale(shop, request);
    if (!read.ok) return refused(read.errors);
    const { cart, rest } = read.value;
    const order = await shop.placeOrder(requestOfCart(shop, cart, rest));
    return { ok: true, value: `/orders/${order.id}?done=sale` } as const;
  };
  router.post('/sales', change({ form: 'sale', show, make: sell }));
  const renew = (request: Request) => {
    const order = shop.orders.get(request.params['id'] ?? '');
    return order ? followRenewal(shop, order) : null;
  };
  router.post('/orders/:id/renew', change({ form: 'renew', show, make: renew }));
  return router;
}

async function followRenewal(shop: LocalShop, order: Order): Promise<Read<Made>> {
  const renewed = await shop.placeOrder(renewalOf(order));
  return { ok: true, value: `/orders/${renewed.id}?done=renew` };
}
