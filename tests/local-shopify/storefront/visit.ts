// Who is looking at the shop: customer, language, cart and its discount codes, kept in four cookies.
import type { CookieOptions, Request, Response } from 'express';
import type { Cart } from '#tests/local-shopify/shop/cart.ts';
import { termsOfCode } from '#tests/local-shopify/shop/discount-codes.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Customer } from '#tests/local-shopify/shop/types.ts';
import { readCart, tidyCodes, writeCart } from './cart-cookie.ts';
import type { CartEntry } from './cart-cookie.ts';

export type Visit = {
  customer: Customer | null;
  language: string;
  cart: CartEntry[];
  /** Discount codes that the shop knows. */
  codes?: string[];
  /** A code that was just typed and that the shop doesn't have. */
  refusedCode?: string;
  /** Whether the page stands in the theme editor's preview. */
  designMode?: boolean;
};

/** Who is signed in, is authenticated. */
export function cartOfVisit({ customer, language, cart, codes = [] }: Visit): Cart {
  const isAuthenticated = customer !== null;
  return { lines: cart, customerId: customer?.id ?? null, isAuthenticated, language, codes };
}

const COOKIE: CookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 30 * 86_400_000 };

export function readVisit(shop: LocalShop, request: Request): Visit {
  const cookies = readCookies(request);
  const wanted = shop.locales.find((locale) => locale.locale === cookies.get('language'));
  const primary = shop.locales.find((locale) => locale.primary);
  const codes = tidyCodes((cookies.get('codes') ?? '').split('.'));
  return {
    customer: shop.customers.get(cookies.get('customer') ?? '') ?? null,
    language: (wanted ?? primary)?.locale ?? 'en',
    cart: readCart(cookies.get('cart')).filter((entry) => shop.variant(entry.variantId) !== null),
    codes: codes.filter((code) => termsOfCode(shop, code) !== null),
    refusedCode: tidyCodes([asText(request.query['refused'])])[0] ?? '',
    // The theme editor alone frames the shop, and browsers say so.
    designMode: request.get('sec-fetch-dest') === 'iframe',
  };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function rememberCart(response: Response, cart: readonly CartEntry[]): void {
  response.cookie('cart', writeCart(cart), COOKIE);
}

export function rememberCodes(response: Response, codes: readonly string[]): void {
  response.cookie('codes', codes.join('.'), COOKIE);
}

export function rememberLanguage(response: Response, language: string): void {
  response.cookie('language', language, COOKIE);
}

/** Null signs out. */
export function rememberCustomer(response: Response, customerId: string | null): void {
  if (customerId === null) response.clearCookie('customer', { path: '/' });
  else response.cookie('customer', customerId, COOKIE);
}

/** A path of this shop to go back to; anything else leads home. */
export function safeReturn(path: unknown): string {
  return typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : '/';
}

function readCookies(request: Request): Map<string, string> {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.map(([name, value]) => [name ?? '', decodeURIComponent(value ?? '')]));
}
