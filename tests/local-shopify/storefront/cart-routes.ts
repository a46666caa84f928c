// The cart's forms, and the same changes by Shopify's Ajax API: `/cart/add` leads to the cart, `/cart/add.js` answers JSON.
import { Router } from 'express';
import type { Request, Response } from 'express';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { addItems, changeLine, clearCart, updateCart } from './cart-change.ts';
import type { CartChange } from './cart-change.ts';
import { given, wantedItems } from './cart-input.ts';
import { cartJson, lineItemJson } from './cart-json.ts';
import { cartObject } from './cart-object.ts';
import { field } from './form.ts';
import { contextPage, renderSections, sectionIds, tooMany } from './section-rendering.ts';
import { cartOfVisit, readVisit, rememberCart, rememberCodes, safeReturn } from './visit.ts';
import type { Visit } from './visit.ts';

type Change = (shop: LocalShop, visit: Visit, request: Request) => CartChange;

const CHANGES: Record<string, Change> = {
  add: addItems,
  change: changeLine,
  update: updateCart,
  clear: clearCart,
};

export function cartRoutes(shop: LocalShop): Router {
  const router = Router();
  router.get('/cart.js', (request, response) => {
    response.json(jsonOf(shop, readVisit(shop, request)));
  });
  for (const [name, change] of Object.entries(CHANGES)) {
    router.post(`/cart/${name}`, (request, response) => byForm(shop, change, request, response));
    router.post(`/cart/${name}.js`, (request, response) => byScript(shop, change, request, response));
  }
  // Shopify's shareable discount link.
  router.get('/discount/:code', (request, response) => {
    const visit = readVisit(shop, request);
    request.body = { discount: [...(visit.codes ?? []), request.params.code] };
    const changed = updateCart(shop, visit, request);
    if (changed.ok) remember(response, changed.visit);
    response.redirect(303, safeReturn(request.query['redirect']));
  });
  return router;
}

function remember(response: Response, visit: Visit): void {
  rememberCart(response, visit.cart);
  rememberCodes(response, visit.codes ?? []);
}

/** Without a script: the page that the form asks for, else the cart's, shows what became of it. */
function byForm(shop: LocalShop, change: Change, request: Request, response: Response): void {
  const changed = change(shop, readVisit(shop, request), request);
  if (changed.ok) remember(response, changed.visit);
  const refused = changed.ok ? (changed.visit.refusedCode ?? '') : '';
  const shown = wayBack(request) ?? '/cart';
  response.redirect(303, refused === '' ? shown : `/cart?refused=${encodeURIComponent(refused)}`);
}

/** Of a form that says where it leads; `back` is the page that it stood on. */
function wayBack(request: Request): string | null {
  const asked = field(request, 'return_to');
  const from = request.get('referer');
  if (asked === '' || (asked === 'back' && from === undefined)) return null;
  const { pathname, search } = new URL(asked === 'back' ? (from ?? '') : safeReturn(asked), 'http://shop');
  return pathname + search;
}

function byScript(shop: LocalShop, change: Change, request: Request, response: Response): void {
  const ids = sectionIds(given(request, 'sections')) ?? [];
  const changed = change(shop, readVisit(shop, request), request);
  if (!changed.ok) {
    const { status, description } = changed;
    response.status(status).json({ status, message: 'Cart Error', description });
  } else if (tooMany(ids)) {
    response.status(400).json({ status: 400, message: 'Bad Request', description: 'At most five sections.' });
  } else {
    remember(response, changed.visit);
    const answer =
      change === addItems
        ? addedJson(shop, changed.visit, request)
        : jsonOf(shop, changed.visit, changed.typedCodes);
    response.json({ ...answer, ...sectionsOf(shop, changed.visit, request, ids) });
  }
}

function sectionsOf(shop: LocalShop, visit: Visit, request: Request, ids: string[]): object {
  if (ids.length === 0) return {};
  const page = contextPage(shop, visit, request, given(request, 'sections_url'));
  return {
    sections: page ? renderSections(shop, visit, page, ids) : Object.fromEntries(ids.map((id) => [id, null])),
  };
}

function jsonOf(shop: LocalShop, visit: Visit, codes: readonly string[] = visit.codes ?? []): object {
  return cartJson(cartObject(shop, cartOfVisit(visit)), codes);
}

/** `/cart/add.js` answers the lines that it added to: one alone, or a list where a list was asked for. */
function addedJson(shop: LocalShop, visit: Visit, request: Request): object {
  const { items } = cartObject(shop, cartOfVisit(visit));
  const wanted = wantedItems(request).map((item) => item.variantId);
  const lines = items.filter((item) => wanted.includes(String(item.variant_id))).map(lineItemJson);
  return Array.isArray(given(request, 'items')) ? { items: lines } : (lines[0] ?? {});
}
