// A shop's storefront. Pages are rendered at each request, so a reload shows the newest metafields.
import express, { Router } from 'express';
import type { RequestHandler } from 'express';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { EXTENSION_ASSETS, EXTENSION_ASSET_PATH } from './app-blocks.ts';
import { cartRoutes } from './cart-routes.ts';
import { checkoutRoutes } from './checkout-routes.ts';
import { renderPage, THEME_ASSETS, THEME_ASSET_PATH } from './page.ts';
import { collectionObject, productObject } from './product-objects.ts';
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
  router.use(express.urlencoded({ extended: false }));
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'private, no-store');
    next();
  });
  router.get('/', home(shop));
  router.get('/products/:handle', product(shop));
  router.use(cartRoutes(shop), checkoutRoutes(shop), signInRoutes(shop));
  router.use(notFound(shop));
  return router;
}

function home(shop: LocalShop): RequestHandler {
  return (request, response) => {
    const visit = readVisit(shop, request);
    const collections = shop.collections.map((one) => collectionObject(shop, one, visit.language));
    const title = { key: 'index.page_title' };
    const page = { template: 'index', path: '/', title, objects: { collections } } as const;
    response.send(renderPage(shop, visit, page));
  };
}

function product(shop: LocalShop): RequestHandler {
  return (request, response, next) => {
    const found = shop.productByHandle(request.params['handle'] ?? '');
    if (!found) {
      next();
      return;
    }
    const visit = readVisit(shop, request);
    const object = productObject(shop, found, visit.language);
    const objects = { product: object };
    const page = { template: 'product', path: request.path, title: object.title, objects } as const;
    response.send(renderPage(shop, visit, page));
  };
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
