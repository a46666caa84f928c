/** Shopify's times of orders are in whole seconds: what is compared with them is cut to the second. */
export function toSecond(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 1_000) * 1_000);
}
