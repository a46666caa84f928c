import type { PoolClient } from 'pg';
import type { MergedPair } from '#app/core/members/merged-pair.ts';
import { usedVouchersOf } from '#app/db/rewards/settled-vouchers.server.ts';
import { settleVouchers } from './settle-vouchers.ts';

/** Orders of the one that used codes of the other are the person's own from now on. After the orders were handed over. */
export async function settleMergedVouchers(
  client: PoolClient,
  { shopId, to, at }: MergedPair,
): Promise<void> {
  const voucherIds = await usedVouchersOf(client, shopId, to);
  await settleVouchers(client, shopId, { voucherIds, memberIds: [to], at });
}
