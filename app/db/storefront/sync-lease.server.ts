// One at a time writes a shop's members to Shopify. Not a lock of the session: a worker that loses its connection goes on
// writing, and would let the next one begin. A holder that is gone loses the lease by time.
import type { Queryable } from '../pool.server.ts';

/** @returns whether `holder` has the lease now. */
export async function claimSyncLease(
  db: Queryable,
  shopId: number,
  holder: string,
  { now, until }: { now: Date; until: Date },
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'claim-sync-lease',
    text: `insert into "SyncLease" as l ("shopId", holder, until) values ($1, $2, $4)
      on conflict ("shopId") do update set holder = excluded.holder, until = excluded.until
      where l.until < $3 or l.holder = excluded.holder`,
    values: [shopId, holder, now, until],
  });
  return rowCount === 1;
}

export async function releaseSyncLease(db: Queryable, shopId: number, holder: string): Promise<void> {
  await db.query({
    name: 'release-sync-lease',
    text: 'delete from "SyncLease" where "shopId" = $1 and holder = $2',
    values: [shopId, holder],
  });
}
