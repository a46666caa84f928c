// A held voucher begins to be released, for whatever reason: its code is taken out of the world, and then what it cost comes back.
import type { PoolClient } from 'pg';
import { enqueue } from '#app/db/enqueue.server.ts';
import { touchMembers } from '#app/db/members/members.server.ts';
import { beginRelease, type BeginRelease } from '#app/db/rewards/vouchers.server.ts';

/** Vouchers and their members must be locked. `survivors` are whose pages show them. Returns how many were held. */
export async function startRelease(
  client: PoolClient,
  shopId: number,
  { ids, survivors }: { ids: readonly string[]; survivors: readonly string[] },
  how: BeginRelease,
): Promise<number> {
  const begun = await beginRelease(client, shopId, ids, how);
  if (begun.length === 0) return 0;
  await touchMembers(client, shopId, survivors);
  await enqueue(client, 'release_vouchers', { shopId });
  await enqueue(client, 'sync_members', { shopId });
  return begun.length;
}
