// Rings the reconciliation of every shop that can be asked: of its orders, of its discounts, of birthdays and consents where they
// bring something, and of a program that Shopify hasn't got yet, or that names products by what may be renamed. Each minute those whose turn it is, so that each shop has
// one an hour and never all at once.
import { shopsWithBirthdays } from '#app/db/moments/birthday-reading.server.ts';
import { shopsWithNewsletter } from '#app/db/moments/consents.server.ts';
import { shopsWithDiscounts } from '#app/db/discounts/shop-discounts.server.ts';
import { enqueueForAll } from '#app/db/enqueue.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopsToReconcile, shopsToReconcileInTurn } from '#app/db/orders/reconciliation.server.ts';
import { shopsBehindProgram, shopsWithFreeProducts } from '#app/db/storefront/sync.server.ts';
import { doEachApart } from '../upkeep/do-each-apart.ts';

/**
 * One kind of shop that can't be asked for keeps the others from nothing. Safe to run twice and in parallel.
 * @param turn the minute of the hour; null for all shops
 */
export async function ringReconciliations(turn: number | null = null): Promise<void> {
  const shopIds = await (turn === null ? shopsToReconcile(pool()) : shopsToReconcileInTurn(pool(), turn));
  if (shopIds.length === 0) return;
  const theirs = new Set(shopIds);
  const ofThose = (some: readonly number[]) => some.filter((id) => theirs.has(id));
  await doEachApart({
    orders: () => enqueueForAll('reconcile_shop', shopIds),
    birthdays: async () => enqueueForAll('read_birthdays', await shopsWithBirthdays(pool(), shopIds)),
    consents: async () => enqueueForAll('read_consents', await shopsWithNewsletter(pool(), shopIds)),
    discounts: async () => enqueueForAll('sync_discounts', await shopsWithDiscounts(pool(), shopIds)),
    programs: async () => enqueueForAll('sync_program', ofThose(await shopsBehindProgram(pool()))),
    handles: async () => enqueueForAll('sync_program', await shopsWithFreeProducts(pool(), shopIds)),
  });
}
