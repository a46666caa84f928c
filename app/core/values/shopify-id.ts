// Shopify's ids are digits of any length up to what 63 bits hold; none of them is 0 or below.

/** A PostgreSQL bigint holds no more. */
const LARGEST = String(2n ** 63n - 1n);

/** Decimal digits of 1 … 2^63 − 1, written the one way: no sign, no zeros in front. */
export function isShopifyId(text: string): boolean {
  return /^[1-9]\d{0,18}$/.test(text) && (text.length < LARGEST.length || text <= LARGEST);
}
