// A shop's storefront. Pages are rendered at each request, so a reload shows the newest metafields.
import express, { Router } from 'express';
import type { RequestHandler } from 'express';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { appProxy } from './app-proxy.ts';
import { cartRoutes } from './cart-routes.ts';
import { checkoutRoutes } from './checkout-routes.ts';
import { EXTENSION_ASSETS, EXTENSION_ASSET_PATH } from './extension.ts';
import { findPage } from './find-page.ts';
import { renderPage, THEME_ASSETS, THEME_ASSET_PATH } from './page.ts';
import { answerSections } from './section-rendering.ts';
import { signInRoutes } from './sign-in.ts';
import { readVisit } from './visit.ts';

export function storefrontRouter(shopify: LocalShopify): Router {
  const shop = shopify.firstShop;
  const router = Router();
  router.use(THEME_ASSET_PATH, express.static(THEME_ASSETS));
  router.use(EXTENSION_ASSET_PATH, express.static(EXTENSION_ASSETS));
  router.get('/favicon.ico', (_request, response) =>
    response.redirect(301, `${THEME_ASSET_PATH}favicon.svg`),
  );
  router.get('/pictures/:id.svg', picture(shop));
  router.use(appProxy(shopify));
  router.use(express.urlencoded({ extended: false }), express.json());
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'private, no-store');
    next();
  });
  router.use(cartRoutes(shop), checkoutRoutes(shop), signInRoutes(shop));
  router.use(themePage(shop));
  router.use(notFound(shop));
  return router;
}

function themePage(shop: LocalShop): RequestHandler {
  return (request, response, next) => {
    const visit = readVisit(shop, request);
    const page = request.method === 'GET' ? findPage(shop, visit, requestedUrl(request.originalUrl)) : null;
    if (!page) next();
    else if (!answerSections(shop, visit, page, request, response)) {
      response.send(renderPage(shop, visit, page));
    }
  };
}

function requestedUrl(path: string): URL {
  return new URL(path.replace(/^\/+/, '/'), 'http://shop.invalid');
}

function picture(shop: LocalShop): RequestHandler {
  return (request, response, next) => {
    const found = shop.product(request.params['id'] ?? '');
    if (found) response.type('svg').set('Cache-Control', 'max-age=3600').send(found.pictureSvg);
    else next();
  };
}

function notFound(shop: LocalShop): RequestHandler {
  return (request, response) => {
    const page = { template: '404', path: '/', title: { key: 'not_found.page_title' } } as const;
    response.status(404).send(renderPage(shop, readVisit(shop, request), page));
  };
}
