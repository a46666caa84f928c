// What a request makes of a visitor's cart, or why Shopify refuses it.
import type { Request } from 'express';
import { termsOfCode } from '#tests/local-shopify/shop/discount-codes.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { addToCart, setQuantity, tidyCodes } from './cart-cookie.ts';
import type { CartEntry } from './cart-cookie.ts';
import { wantedChange, wantedCodes, wantedItems, wantedUpdates } from './cart-input.ts';
import { isOnSale } from './product-objects.ts';
import type { Visit } from './visit.ts';

export type CartChange =
  { ok: true; visit: Visit; typedCodes: string[] } | { ok: false; status: 404 | 422; description: string };

const REFUSALS: Record<string, Record<'missing' | 'soldOut' | 'unclear', string>> = {
  en: {
    missing: 'This product is no longer here.',
    soldOut: 'This product is sold out.',
    unclear: 'That is no quantity.',
  },
  fr: {
    missing: 'Ce produit n’existe plus.',
    soldOut: 'Ce produit est épuisé.',
    unclear: 'Cette quantité n’est pas valable.',
  },
};

function refuse(visit: Visit, why: 'missing' | 'soldOut' | 'unclear', status: 404 | 422): CartChange {
  const description = (REFUSALS[visit.language] ?? REFUSALS['en'])?.[why] ?? why;
  return { ok: false, status, description };
}

function changed(visit: Visit, cart: CartEntry[]): CartChange {
  return { ok: true, visit: { ...visit, cart }, typedCodes: visit.codes ?? [] };
}

export function addItems(shop: LocalShop, visit: Visit, request: Request): CartChange {
  let { cart } = visit;
  for (const item of wantedItems(request)) {
    const found = shop.variant(item.variantId);
    if (!found || !isOnSale(found.product)) return refuse(visit, 'missing', 404);
    if (!found.variant.available) return refuse(visit, 'soldOut', 422);
    if (item.quantity === 0) return refuse(visit, 'unclear', 422);
    cart = addToCart(cart, item.variantId, item.quantity);
  }
  return changed(visit, cart);
}

export function changeLine(_shop: LocalShop, visit: Visit, request: Request): CartChange {
  const change = wantedChange(request, visit.cart);
  if (!change) return refuse(visit, 'unclear', 422);
  return changed(visit, setQuantity(visit.cart, change.variantId, change.quantity));
}

/** Codes that the shop doesn't have are told as not applicable, and forgotten. */
export function updateCart(shop: LocalShop, visit: Visit, request: Request): CartChange {
  const cart = wantedUpdates(request, visit.cart).reduce(
    (entries, { variantId, quantity }) => setQuantity(entries, variantId, quantity),
    visit.cart,
  );
  const typedCodes = tidyCodes(wantedCodes(request) ?? visit.codes ?? []);
  const codes = typedCodes.filter((code) => termsOfCode(shop, code) !== null);
  const refusedCode = typedCodes.find((code) => !codes.includes(code)) ?? '';
  return { ok: true, visit: { ...visit, cart, codes, refusedCode }, typedCodes };
}

export function clearCart(_shop: LocalShop, visit: Visit): CartChange {
  return changed(visit, []);
}
