// The app proxy: addresses of the shop that Shopify passes on to the app, signed with whose they are. Cookies stay behind
// both ways, and what the app doesn't answer is an error of the shop's.
import { Router } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { signingSecret } from '#tests/local-shopify/shop/rotation.ts';
import { renderAppsPage } from './page.ts';
import { proxySignature } from './proxy-signature.ts';
import { readVisit } from './visit.ts';

/** What Shopify says itself, whatever the shopper's address says. */
const OWN = ['shop', 'logged_in_customer_id', 'path_prefix', 'timestamp', 'signature'];
const HOP = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-encoding',
  'content-length',
  'set-cookie',
];

/** Rendered in the theme's layout; anything else is passed on as it is. */
const LIQUID = /^application\/liquid\s*(;|$)/i;

/** The body must come as it was sent, so this stands before whatever reads bodies. */
export function appProxy(shopify: LocalShopify): Router {
  const router = Router();
  router.use(passOn(shopify, shopify.firstShop));
  return router;
}

function passOn(shopify: LocalShopify, shop: LocalShop): RequestHandler {
  return (request, response, next) => {
    const place = shop.proxyPlace ?? shopify.app.proxy;
    const path = place && `/${place.prefix}/${place.subpath}`;
    const isTheirs = path && (request.path === path || request.path.startsWith(`${path}/`));
    if (!isTheirs || !shopify.app.proxy) next();
    else {
      const base = new URL(shopify.app.proxy.url, shopify.urls.tunnel);
      const target = new URL(base.href + request.path.slice(path.length));
      target.search = signedQuery(shopify, shop, path, request).toString();
      forward(shop, target, request, response).catch(next);
    }
  };
}

function signedQuery(
  shopify: LocalShopify,
  shop: LocalShop,
  path: string,
  request: Request,
): URLSearchParams {
  const asked = new URL(request.originalUrl, 'http://shop.invalid').searchParams;
  const theirs = [...asked].filter(([name]) => !OWN.includes(name));
  const values = {
    ...Object.fromEntries(theirs),
    shop: shop.domain,
    logged_in_customer_id: readVisit(shop, request).customer?.id ?? '',
    path_prefix: path,
    timestamp: String(Math.floor(shopify.clock().getTime() / 1000)),
  };
  const signature = proxySignature(values, signingSecret(shopify.app, 'proxy'));
  return new URLSearchParams({ ...values, signature });
}

async function forward(shop: LocalShop, target: URL, request: Request, response: Response): Promise<void> {
  const type = request.get('content-type');
  const answer = await fetch(target, {
    method: request.method,
    headers: type ? { 'content-type': type } : {},
    redirect: 'manual',
    ...(['GET', 'HEAD'].includes(request.method) ? {} : { body: await bodyOf(request) }),
  }).catch(() => null);
  if (!answer || answer.status === 502) {
    response.status(502).type('html').send('<h1>There was an error in the third-party application.</h1>');
    return;
  }
  answer.headers.forEach((value, name) => {
    if (!HOP.includes(name)) response.setHeader(name, value);
  });
  if (!LIQUID.test(answer.headers.get('content-type') ?? '')) {
    response.status(answer.status).end(Buffer.from(await answer.arrayBuffer()));
    return;
  }
  const page = renderAppsPage(shop, readVisit(shop, request), request.originalUrl, await answer.text());
  response.status(answer.status).type('html').send(page);
}

async function bodyOf(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}
