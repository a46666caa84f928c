import { newCurrencyOf } from '#app/db/shop/shop-settings.server.ts';
import { pool } from '#app/db/pool.server.ts';

/** Shopify's currency where the program counts in another; null where they are the same. */
export async function readNewCurrency(shopId: number): Promise<string | null> {
  return (await newCurrencyOf(pool(), shopId))?.newCurrency ?? null;
}
