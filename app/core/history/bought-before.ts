// "Somebody who bought here for five years is no newcomer": orders that Shopify counts of a customer and that we never saw.

/**
 * @param atShopify Shopify's own count, when it was asked; null where it never was, or doesn't say
 * @param known of our orders those that were placed by then, whatever became of them
 */
export function boughtBefore(atShopify: number | null, known: number): number | null {
  return atShopify === null ? null : Math.max(0, atShopify - known);
}
