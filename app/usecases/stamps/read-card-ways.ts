import type { CardWays } from '#app/core/storefront/project-program.ts';
import { pool } from '#app/db/pool.server.ts';
import { cardWays } from '#app/db/stamps/card-ways.server.ts';

/** How the shop's full cards are given, by card; of those that aren't named, in the cart. */
export async function readCardWays(shopId: number): Promise<CardWays> {
  const kept = await cardWays(pool(), shopId);
  return Object.fromEntries(kept.map(({ cardKey, way }) => [cardKey, way]));
}
