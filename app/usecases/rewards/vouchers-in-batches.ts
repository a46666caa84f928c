// Many vouchers of many members, in transactions of some each: no member waits for long.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { survivorOf } from '#app/core/members/survivor-of.ts';
import { lockMembers } from '#app/db/members/members.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import type { NamedVoucher } from '#app/db/rewards/releases.server.ts';

/** Of one transaction: its members' locks are held for a moment only. */
const AT_ONCE = 100;

/** `survivors` are whose pages show them. */
type Batch = { ids: readonly string[]; survivors: readonly string[] };

/** @param find some of those that are left to do. @param act with their members locked */
export async function vouchersInBatches(
  shopId: number,
  find: (most: number) => Promise<readonly NamedVoucher[]>,
  act: (client: PoolClient, batch: Batch) => Promise<unknown>,
): Promise<void> {
  for (let done = AT_ONCE; done === AT_ONCE;) {
    const vouchers = await find(AT_ONCE);
    if (vouchers.length === 0) return;
    done = await withTransaction(async (client) => {
      const batch = await lockedBatch(client, shopId, vouchers);
      await act(client, batch);
      return batch.ids.length;
    });
  }
}

/** Whoever was merged between the look and the lock waits for the next time: the bell rings until it is done. */
async function lockedBatch(
  client: PoolClient,
  shopId: number,
  vouchers: readonly NamedVoucher[],
): Promise<Batch> {
  const memberIds = vouchers.map(({ memberId }) => memberId);
  const locked = await lockMembers(client, shopId, { customerIds: [], memberIds }, now());
  const survivor = ({ memberId }: NamedVoucher) =>
    survivorOf(
      locked.find(({ id }) => id === memberId),
      locked,
    );
  const ready = vouchers.filter((voucher) => survivor(voucher) !== null);
  const survivors = [...new Set(ready.flatMap((voucher) => survivor(voucher)?.id ?? []))];
  return { ids: ready.map(({ id }) => id), survivors };
}
