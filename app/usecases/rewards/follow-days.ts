// What the calendar does to vouchers: past its last day one begins to be released, and on its first day pages show its code.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { survivorOf } from '#app/core/members/survivor-of.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { lockMembers, touchMembers } from '#app/db/members/members.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import {
  lapsedVouchers,
  openingVouchers,
  openVouchers,
  type NamedVoucher,
} from '#app/db/rewards/releases.server.ts';
import { lockVouchers } from '#app/db/rewards/vouchers.server.ts';
import { startRelease } from './start-release.ts';

/** Of one transaction: its members' locks are held for a moment only. */
const AT_ONCE = 100;

type Find = typeof lapsedVouchers;
type Act = (client: PoolClient, ids: readonly string[], survivors: readonly string[]) => Promise<void>;

/** Safe to run twice and in parallel. @param today in the shop's calendar */
export async function followDays(shopId: number, today: string): Promise<void> {
  await inBatches(shopId, today, lapsedVouchers, async (client, ids, survivors) => {
    await lockVouchers(client, shopId, ids);
    await startRelease(client, shopId, { ids, survivors }, { why: 'lapsed' });
  });
  await inBatches(shopId, today, openingVouchers, async (client, ids, survivors) => {
    await openVouchers(client, shopId, ids);
    await touchMembers(client, shopId, survivors);
    await enqueue(client, 'sync_members', { shopId });
  });
}

async function inBatches(shopId: number, today: string, find: Find, act: Act): Promise<void> {
  for (let done = AT_ONCE; done === AT_ONCE;) {
    const vouchers = await find(pool(), shopId, today, AT_ONCE);
    if (vouchers.length === 0) return;
    done = await withTransaction((client) => together(client, shopId, vouchers, act));
  }
}

/** Returns how many. Whoever was merged between the look and the lock waits for the next time: the bell rings until it is done. */
async function together(
  client: PoolClient,
  shopId: number,
  vouchers: readonly NamedVoucher[],
  act: Act,
): Promise<number> {
  const memberIds = vouchers.map(({ memberId }) => memberId);
  const locked = await lockMembers(client, shopId, { customerIds: [], memberIds }, now());
  const survivor = ({ memberId }: NamedVoucher) =>
    survivorOf(
      locked.find(({ id }) => id === memberId),
      locked,
    );
  const ready = vouchers.filter((voucher) => survivor(voucher) !== null);
  const survivors = [...new Set(ready.flatMap((voucher) => survivor(voucher)?.id ?? []))];
  await act(
    client,
    ready.map(({ id }) => id),
    survivors,
  );
  return ready.length;
}
