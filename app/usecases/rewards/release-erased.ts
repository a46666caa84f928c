import type { PoolClient } from 'pg';
import type { ErasedPerson } from '#app/core/members/erased-person.ts';
import { withdrawWaitingGifts } from '#app/db/rewards/gifts.server.ts';
import { heldVouchersOf } from '#app/db/rewards/vouchers.server.ts';
import { startRelease } from './start-release.ts';

/** Nobody can use them any more: their points come back to the row that is nobody's, once their codes are out of the world. */
export async function releaseErased(client: PoolClient, { shopId, memberIds }: ErasedPerson): Promise<void> {
  await withdrawWaitingGifts(client, shopId, memberIds);
  const ids = await heldVouchersOf(client, shopId, memberIds);
  await startRelease(client, shopId, { ids, survivors: [] }, { why: 'erased' });
}
