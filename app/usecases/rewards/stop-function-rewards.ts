// Shopify doesn't run the app's function on this shop any more, or all products of a reward are gone: nobody is given a code that
// would take nothing off. Where the function stopped, an amount that its owner chose gets a discount of its own; of the others, what
// customers paid points for comes back to them, and gifts stay with them until their last day, because the plan may change again. Where
// products are gone only full cards' codes come back: their owners can't give them back.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import type { ReleaseReason } from '#app/core/rewards/voucher.ts';
import { endPool, lockRewardDiscount, ownersOfNothing } from '#app/db/discounts/reward-discounts.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { burnPool, closePoolBatches, sweepSoon } from '#app/db/rewards/code-pool.server.ts';
import { giveOwnDiscounts } from '#app/db/rewards/own-discounts.server.ts';
import { boughtAndStopped, cardCodesOfNothing, heldAndStopped } from '#app/db/rewards/releases.server.ts';
import { lockVouchers } from '#app/db/rewards/vouchers.server.ts';
import { startRelease } from './start-release.ts';
import { vouchersInBatches } from './vouchers-in-batches.ts';

/** Safe to run twice, and to be cut off anywhere: the hourly run goes on. By whoever holds the lock of the shop's discounts. */
export async function stopFunctionRewards(client: PoolClient, shopId: number): Promise<void> {
  const owners = await ownersOfNothing(client, shopId);
  for (const owner of owners) await stopPool(shopId, owner);
  if (owners.length === 0) return;
  const alone = (most: number) => heldAndStopped(pool(), shopId, most);
  await vouchersInBatches(shopId, alone, (held, batch) => standAlone(held, shopId, batch.ids));
  const bought = (most: number) => boughtAndStopped(pool(), shopId, most);
  await vouchersInBatches(shopId, bought, releaseAs(shopId, 'function-stopped'));
  const ofCards = (most: number) => cardCodesOfNothing(pool(), shopId, most);
  await vouchersInBatches(shopId, ofCards, releaseAs(shopId, 'products-gone'));
}

const releaseAs =
  (shopId: number, why: ReleaseReason) =>
  async (client: PoolClient, batch: { ids: readonly string[]; survivors: readonly string[] }) => {
    await lockVouchers(client, shopId, batch.ids);
    await startRelease(client, shopId, batch, { why });
  };

async function standAlone(client: PoolClient, shopId: number, ids: readonly string[]): Promise<void> {
  await lockVouchers(client, shopId, ids);
  await giveOwnDiscounts(client, shopId, ids);
  await enqueue(client, 'own_discounts', { shopId });
}

/** A redemption that takes a code meanwhile holds its row: it is waited for, and its voucher is found right after. */
async function stopPool(shopId: number, owner: string): Promise<void> {
  await withTransaction(async (client) => {
    if (!(await lockRewardDiscount(client, shopId, owner))) return;
    await endPool(client, shopId, owner);
    if (await burnPool(client, shopId, owner)) await sweepSoon(client, shopId, owner);
    await closePoolBatches(client, shopId, owner, now());
  });
}
