import type { PoolClient } from 'pg';
import type { MergedPair } from '#app/core/members/merged-pair.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { changeOwnDiscounts, ownVouchersOf } from '#app/db/rewards/own-discounts.server.ts';
import { usedVouchersOf } from '#app/db/rewards/settled-vouchers.server.ts';
import { settleVouchers } from './settle-vouchers.ts';

/** Orders of the one that used codes of the other are the person's own from now on. After the orders were handed over. */
export async function settleMergedVouchers(
  client: PoolClient,
  { shopId, to, at }: MergedPair,
): Promise<void> {
  // Their discounts are of the survivor alone.
  if (await changeOwnDiscounts(client, shopId, await ownVouchersOf(client, shopId, to))) {
    await enqueue(client, 'own_discounts', { shopId });
  }
  const voucherIds = await usedVouchersOf(client, shopId, to);
  await settleVouchers(client, shopId, { voucherIds, memberIds: [to], at });
}
