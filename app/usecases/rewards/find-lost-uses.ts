// Orders that used a voucher and aren't known as its uses.
import type { PoolClient } from 'pg';
import { readRewardOwner } from '#app/core/discounts/discount-owner.ts';
import { codesUsed } from '#app/core/rewards/order-use.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import {
  makeDueAgain,
  ordersWithoutUse,
  vouchersToExplain,
} from '#app/db/rewards/orders-without-use.server.ts';

/**
 * While a new release is rolled out the one before goes on applying orders, and may know nothing of vouchers: those that used one
 * are due again. What uses none by any release, as a renewal, is left alone, so that this ends. Returns the vouchers of which an
 * order that is still to be applied will say more. Members may be locked before, vouchers and codes may not.
 */
export async function findLostUses(
  client: PoolClient,
  shopId: number,
  voucherIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (voucherIds.length === 0) return new Set();
  const named = await ordersWithoutUse(client, shopId, voucherIds);
  const using = named.filter(({ newest, code }) => codesUsed(newest).includes(code));
  const lost = using.filter(({ isApplied }) => isApplied);
  if (lost.length > 0) {
    const orderIds = lost.map(({ orderId }) => orderId);
    await makeDueAgain(client, shopId, orderIds);
    await enqueue(client, 'apply_orders', { shopId });
  }
  return new Set(using.map(({ voucherId }) => voucherId));
}

/** The same of all vouchers of a discount of which it may be so. */
export async function findUsesOf(shopId: number, owner: string): Promise<void> {
  const rewardKey = readRewardOwner(owner)?.rewardKey ?? '';
  const ids = await vouchersToExplain(pool(), shopId, { rewardKey, owner });
  await withTransaction((client) => findLostUses(client, shopId, ids));
}
