// The code of a held voucher that somebody deleted is made again with the same text: once, and only when no order can have it any
// more. A checkout under way may still become one, so it waits, and for a reconciliation that began after the wait.
import { now } from '#app/clock.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { addBatch } from '#app/db/rewards/code-batches.server.ts';
import { lockRewardDiscount } from '#app/db/discounts/reward-discounts.server.ts';
import {
  lockVouchersToHeal,
  noteHealing,
  waitsForReconciliation,
  type Pool,
} from '#app/db/rewards/pools.server.ts';
import { log } from '#app/log.server.ts';
import { MOST_CODES } from '#app/shopify/rewards/code-pool.ts';
import { askForBatch } from './ask-for-batch.ts';
import type { PoolShop } from './settle-batches.ts';

/** Throws a Failure when Shopify can't be asked, or nobody knows what it did: then the codes are looked for, not asked for again. */
export async function healCodes(shop: PoolShop, { owner, discountId }: Pool): Promise<void> {
  const healing = await withTransaction(async (client) => {
    if (!(await lockRewardDiscount(client, shop.id, owner))) return null;
    const codes = await lockVouchersToHeal(client, shop.id, owner, MOST_CODES);
    if (codes.length === 0) return null;
    const batchId = await addBatch(client, shop.id, { owner, heals: true }, now());
    await noteHealing(client, shop.id, batchId, codes);
    return { codes, batchId };
  });
  if (!healing) return;
  const { codes, batchId } = healing;
  log.warn({ shopDomain: shop.domain, owner, codes: codes.length }, 'missing codes are made again');
  await askForBatch(shop, { owner, discountId, batchId }, codes);
}

/** What can't be healed before orders were looked through rings that. */
export async function ringForMissing(shopId: number): Promise<void> {
  if (!(await waitsForReconciliation(pool(), shopId))) return;
  await withTransaction((client) => enqueue(client, 'reconcile_shop', { shopId }));
}
