// The checkout page, the order it places, and the page that thanks for it.
import { Router } from 'express';
import type { Request } from 'express';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { orderedTotals } from '#tests/local-shopify/shop/order-totals.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { formatMoney } from '#app/liquid/money.ts';
import { asyncRoute } from './async-route.ts';
import { checkoutObject, orderRequest, placeOnce } from './checkout.ts';
import type { PlacedOrders } from './checkout.ts';
import { field } from './form.ts';
import { renderPage } from './page.ts';
import { hundredths } from './product-objects.ts';
import { readVisit, rememberCart, rememberCodes } from './visit.ts';

export function checkoutRoutes(shop: LocalShop): Router {
  const placed: PlacedOrders = new Map();
  const router = Router();
  router.get('/checkout', (request, response) => {
    const visit = readVisit(shop, request);
    if (visit.cart.length === 0) {
      response.redirect(303, '/cart');
      return;
    }
    const objects = { checkout: checkoutObject(shop, visit) };
    const title = { key: 'checkout.page_title' };
    response.send(renderPage(shop, visit, { template: 'checkout', path: '/checkout', title, objects }));
  });
  router.post(
    '/checkout',
    asyncRoute(async (request, response) => {
      const visit = readVisit(shop, request);
      const token = field(request, 'token');
      if (visit.cart.length === 0 && !placed.has(token)) {
        response.redirect(303, '/cart');
        return;
      }
      const order = await placeOnce(placed, token, () => shop.placeOrder(orderRequest(shop, visit, request)));
      rememberCart(response, []);
      rememberCodes(response, []);
      response.redirect(303, `/orders/${order.token}`);
    }),
  );
  router.get('/orders/:token', (request, response, next) => {
    const order = [...shop.orders.values()].find((one) => one.token === request.params.token);
    if (order) response.send(thankYou(shop, order, request));
    else next();
  });
  return router;
}

function thankYou(shop: LocalShop, order: Order, request: Request): string {
  const total = hundredths(orderedTotals(order).totalMinor, order.currency);
  const objects = {
    order: {
      name: order.name,
      total: formatMoney(total, shop.moneyFormat),
      pending: order.financialStatus === 'pending',
    },
  };
  const title = { key: 'thanks.page_title' };
  const page = { template: 'thank-you', path: `/orders/${order.token}`, title, objects } as const;
  return renderPage(shop, readVisit(shop, request), page);
}
