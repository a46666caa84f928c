// Shopify's ids: digits as strings. Numeric JSON ids can exceed 2^53, so they are never JS numbers here.
import { isShopifyId } from '#app/core/values/shopify-id.ts';

/** Digits of a global id: `gid://shopify/Order/820982911946154508` → `820982911946154508`; null when it is none. */
export function digitsOfGid(gid: string): string | null {
  const digits = /^gid:\/\/shopify\/\w+\/(\d{1,19})(?:\?.*)?$/.exec(gid)?.[1];
  return digits !== undefined && isShopifyId(digits) ? digits : null;
}

export function gid(type: string, digits: string): string {
  return `gid://shopify/${type}/${digits}`;
}
