// The cart page and its forms.
import { Router } from 'express';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { addToCart, setQuantity } from './cart-cookie.ts';
import { field, wholeNumber } from './form.ts';
import { renderPage } from './page.ts';
import { readVisit, rememberCart } from './visit.ts';

export function cartRoutes(shop: LocalShop): Router {
  const router = Router();
  router.get('/cart', (request, response) => {
    const page = { template: 'cart', path: '/cart', title: { key: 'cart.page_title' } } as const;
    response.send(renderPage(shop, readVisit(shop, request), page));
  });
  router.post('/cart/add', (request, response) => {
    const { cart } = readVisit(shop, request);
    const id = field(request, 'id');
    const sold = shop.variant(id)?.variant.available === true;
    rememberCart(response, sold ? addToCart(cart, id, wholeNumber(request, 'quantity') ?? 1) : cart);
    response.redirect(303, '/cart');
  });
  router.post('/cart/change', (request, response) => {
    const { cart } = readVisit(shop, request);
    const removed = field(request, 'remove') !== '';
    const quantity = removed ? 0 : wholeNumber(request, 'quantity');
    rememberCart(response, quantity === null ? cart : setQuantity(cart, field(request, 'id'), quantity));
    response.redirect(303, '/cart');
  });
  return router;
}
