// Shopify's admin, as much of it as the app needs: a page that leads everywhere, the frame that opens the app, and what
// App Bridge asks the admin for.
import { join } from 'node:path';
import express, { Router } from 'express';
import type { Request } from 'express';
import { html } from '#tests/local-shopify/desk/html.ts';
import type { Html } from '#tests/local-shopify/desk/html.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { asyncRoute } from '#tests/local-shopify/storefront/async-route.ts';
import { embeddedAppUrl } from './app-url.ts';
import { extensionStatus } from './extension-status.ts';
import { isResourceType, resourcesOf } from './resources.ts';
import { scopesRouter } from './scopes-router.ts';
import { shellPage, STOREFRONT_PATH } from './shell.ts';
import type { AdminLocale } from './shell.ts';
import { themeEditorLinkRouter } from './theme-editor-link.ts';

export function adminRouter(shopify: LocalShopify): Router {
  const router = Router();
  router.get(['/', '/admin'], (request, response) => {
    const locale = localeOf(request);
    response.send(
      shellPage({ title: 'Admin', shop: shopify.firstShop.name, locale, content: home(shopify) }),
    );
  });
  router.get('/apps/sixth*', appPage(shopify));
  router.get(STOREFRONT_PATH, (_request, response) => response.redirect(shopify.urls.storefront));
  router.use('/_local/admin', express.static(join(import.meta.dirname, 'frame')));
  router.use(bridgeRouter(shopify), themeEditorLinkRouter(shopify));
  return router;
}

/** What the frame's App Bridge asks for through the page around it. */
function bridgeRouter(shopify: LocalShopify): Router {
  const shop = shopify.firstShop;
  const router = Router();
  router.use('/_local', (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.post(
    '/_local/id-token',
    asyncRoute(async (_request, response) => {
      response.json({ token: await shopify.sessionToken(shop.domain) });
    }),
  );
  router.get('/_local/resources', (request, response) => {
    const { type } = request.query;
    if (isResourceType(type)) response.json(resourcesOf(shop, type, shopify.urls.storefront));
    else response.status(400).json({ error: 'The picker knows products and collections' });
  });
  router.use('/_local/scopes', scopesRouter(shopify));
  router.get('/_local/extensions', (_request, response) => {
    response.json(extensionStatus(shop));
  });
  return router;
}

/** `/apps/sixth` opens the app at its root, `/apps/sixth/app/members` at `/app/members`. */
function appPage(shopify: LocalShopify) {
  return asyncRoute(async (request, response) => {
    const locale = localeOf(request);
    const place = new URL(request.originalUrl.replace(/^\/apps\/sixth/, '') || '/', shopify.urls.tunnel);
    place.searchParams.delete('locale');
    const url = await embeddedAppUrl(
      shopify,
      shopify.firstShop.domain,
      locale,
      place.pathname + place.search,
    );
    const page = { title: 'Sixth', shop: shopify.firstShop.name, locale, content: frame(url) };
    response.set('Cache-Control', 'no-store').send(shellPage({ ...page, kind: 'app' }));
  });
}

const localeOf = (request: Request): AdminLocale => (request.query['locale'] === 'fr' ? 'fr' : 'en');

function home(shopify: LocalShopify): Html {
  return html`<div class="page">
    <h1>${shopify.firstShop.name}</h1>
    <div class="card actions">
      <a class="button primary" href="/apps/sixth">Open Sixth</a>
      <a class="button" href="/apps/sixth?locale=fr">Open Sixth in French</a>
      <a class="button" href="/orders">Orders</a>
      <a class="button" href="/themes/editor">Theme editor</a>
      <a class="button" href="${shopify.urls.storefront}">Storefront</a>
    </div>
    <p class="quiet">
      This stands in for Shopify's admin on this machine. Shop: ${shopify.firstShop.domain}.
    </p>
  </div>`;
}

function frame(url: string): Html {
  return html`<div id="title-bar"><i aria-hidden="true">6</i> <b>Sixth</b></div>
    <div id="loading" hidden></div>
    <iframe src="${url}" title="Sixth"></iframe>
    <div id="toasts" role="status"></div>`;
}
