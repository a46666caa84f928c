// A code that stands alone, where no pool has one because the shop runs no functions: in the caller's transaction.
import type { PoolClient } from 'pg';
import { kindOf } from '#app/core/rewards/kinds/kind-of.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { addOwnVoucher } from '#app/db/rewards/own-vouchers.server.ts';
import type { Code, NewVoucher } from '#app/db/rewards/vouchers.server.ts';
import { newCode } from '../make-code.ts';

/** Null, and nothing written, where there is no such reason. @param requestHash null: its gift is there already */
export async function takeOwnCode(
  client: PoolClient,
  shopId: number,
  voucher: NewVoucher,
  requestHash: string | null,
): Promise<Code | null> {
  if (!kindOf(voucher.reward.gives).standsAlone) return null;
  const taken = await addOwnVoucher(client, shopId, { voucher, code: newCode(), requestHash });
  if (taken) await enqueue(client, 'own_discounts', { shopId });
  return taken;
}
