// The health of the published cards' discounts, by what the last sync wrote down: nothing is asked of Shopify.
import { discountHealth, type DiscountHealth } from '#app/core/discounts/discount-health.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import { cardDiscounts } from '#app/db/discounts/shop-discounts.server.ts';
import { grantedScopes } from '#app/db/shop/shops.server.ts';
import { pool } from '#app/db/pool.server.ts';

/** @param cards the published ones */
export async function readDiscountHealth(
  shop: { id: number; domain: string },
  cards: readonly StampCard[],
): Promise<DiscountHealth[]> {
  if (cards.length === 0) return [];
  const known = await cardDiscounts(pool(), shop.id);
  const scopes = await grantedScopes(pool(), shop.domain);
  // Without a session there is nothing to grant: that the app must be opened again is told elsewhere.
  return discountHealth(cards, known, scopes === null || scopes.includes('write_discounts'));
}
