// Shopify's admin, as little of it as the app needs: a page that leads everywhere, and the frame that opens the app.
import { join } from 'node:path';
import { Router } from 'express';
import { adminPage } from '#tests/local-shopify/desk/layout.ts';
import { html } from '#tests/local-shopify/desk/html.ts';
import type { Html } from '#tests/local-shopify/desk/html.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { asyncRoute } from '#tests/local-shopify/storefront/async-route.ts';
import { embeddedAppUrl } from './app-url.ts';

export function adminRouter(shopify: LocalShopify): Router {
  const shop = shopify.firstShop;
  const router = Router();
  router.get(['/', '/admin'], (_request, response) => {
    response.send(adminPage({ title: 'Admin', shop: shop.name, content: home(shopify) }));
  });
  router.get(
    '/apps/sixth',
    asyncRoute(async (request, response) => {
      const locale = request.query['locale'] === 'fr' ? 'fr' : 'en';
      const url = await embeddedAppUrl(shopify, shop.domain, locale);
      response.set('Cache-Control', 'no-store');
      response.send(adminPage({ title: 'Sixth', shop: shop.name, content: frame(url), wide: true }));
    }),
  );
  router.post(
    '/_local/id-token',
    asyncRoute(async (_request, response) => {
      response.set('Cache-Control', 'no-store');
      response.json({ token: await shopify.sessionToken(shop.domain) });
    }),
  );
  router.get('/_local/admin-frame.js', (_request, response) => {
    response.sendFile(join(import.meta.dirname, 'admin-frame.js'));
  });
  return router;
}

function home(shopify: LocalShopify): Html {
  return html`<h1>Admin</h1>
    <div class="box actions">
      <a class="button main" href="/apps/sixth">Open Sixth</a>
      <a class="button" href="/apps/sixth?locale=fr">Open Sixth in French</a>
      <a class="button" href="/orders">Orders</a>
      <a class="button" href="/themes/editor">Theme editor</a>
      <a class="button" href="${shopify.urls.storefront}">Storefront</a>
    </div>
    <p class="quiet">
      This stands in for Shopify's admin on this machine. Shop: ${shopify.firstShop.domain}.
    </p>`;
}

function frame(url: string): Html {
  return html`<iframe src="${url}" title="Sixth"></iframe>
    <p role="status" class="quiet"></p>
    <script src="/_local/admin-frame.js"></script>`;
}
