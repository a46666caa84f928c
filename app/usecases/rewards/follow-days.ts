// What the calendar does to vouchers: past its last day one begins to be released, and on its first day pages show its code.
import { enqueue } from '#app/db/enqueue.server.ts';
import { touchMembers } from '#app/db/members/members.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { lapsedVouchers, openingVouchers, openVouchers } from '#app/db/rewards/releases.server.ts';
import { lockVouchers } from '#app/db/rewards/vouchers.server.ts';
import { startRelease } from './start-release.ts';
import { vouchersInBatches } from './vouchers-in-batches.ts';

/** Safe to run twice and in parallel. @param today in the shop's calendar */
export async function followDays(shopId: number, today: string): Promise<void> {
  const lapsed = (most: number) => lapsedVouchers(pool(), shopId, today, most);
  await vouchersInBatches(shopId, lapsed, async (client, { ids, survivors }) => {
    await lockVouchers(client, shopId, ids);
    await startRelease(client, shopId, { ids, survivors }, { why: 'lapsed' });
  });
  const opening = (most: number) => openingVouchers(pool(), shopId, today, most);
  await vouchersInBatches(shopId, opening, async (client, { ids, survivors }) => {
    await openVouchers(client, shopId, ids);
    await touchMembers(client, shopId, survivors);
    await enqueue(client, 'sync_members', { shopId });
  });
}
