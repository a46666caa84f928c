import type { CardWays } from '#app/core/storefront/project-program.ts';
import { cardOfOwner } from '#app/core/discounts/discount-owner.ts';
import { cardDiscounts } from '#app/db/discounts/shop-discounts.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { cardWays } from '#app/db/stamps/card-ways.server.ts';

/**
 * How the shop's full cards are given, by card; of those that aren't named, in the cart. What the cart can't give, and what can't be
 * given as a code, waits as a card does that is being changed over: its stamps are kept.
 */
export async function readCardWays(shopId: number): Promise<CardWays> {
  const kept = (await cardWays(pool(), shopId)).map(({ cardKey, way }) => [cardKey, way] as const);
  const idle = (await cardDiscounts(pool(), shopId)).filter(
    ({ problem }) => problem === 'functions-not-available',
  );
  const waiting = idle.map(({ owner }) => [cardOfOwner(owner) ?? '', 'to-codes'] as const);
  return Object.fromEntries([...kept, ...waiting]);
}
