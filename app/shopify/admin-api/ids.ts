// Shopify's ids: digits as strings. Numeric JSON ids can exceed 2^53, so they are never JS numbers here.

/** A PostgreSQL bigint holds no more. */
const LARGEST = String(2n ** 63n - 1n);

/** Decimal digits of 1 … 2^63 − 1, written the one way: no sign, no zeros in front. */
export function isShopifyId(text: string): boolean {
  return /^[1-9]\d{0,18}$/.test(text) && (text.length < LARGEST.length || text <= LARGEST);
}

/** Digits of a global id: `gid://shopify/Order/820982911946154508` → `820982911946154508`; null when it is none. */
export function digitsOfGid(gid: string): string | null {
  const digits = /^gid:\/\/shopify\/\w+\/(\d{1,19})(?:\?.*)?$/.exec(gid)?.[1];
  return digits !== undefined && isShopifyId(digits) ? digits : null;
}

export function gid(type: string, digits: string): string {
  return `gid://shopify/${type}/${digits}`;
}
