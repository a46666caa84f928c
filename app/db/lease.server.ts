// Leases: of all processes, one at a time does something for a shop. Not a lock of the session: a holder that loses its
// connection goes on working, and would let the next one begin. A holder that is gone loses the lease by time: the database's,
// because two processes whose clocks differ would take it from each other.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { AdminUnavailable } from '#app/errors.ts';
import { pool, type Queryable } from './pool.server.ts';

type Statement = { name: string; text: string };

export type Lease = {
  claim: Statement;
  release: Statement;
  /** Longer than a holder ever needs. */
  leaseMs: number;
  pollMs: number;
  /** The log's words for a caller that waited for as long as a lease lasts. */
  waitedTooLong: string;
};

function statementsOf(table: 'SyncLease' | 'TokenLease', shop: 'shopId' | 'shop') {
  return {
    claim: {
      name: `claim-${table}`,
      text: `insert into "${table}" as l ("${shop}", holder, until) values ($1, $2, clock_timestamp() + $3 * interval '1 ms')
        on conflict ("${shop}") do update set holder = excluded.holder, until = excluded.until
        where l.until < clock_timestamp() or l.holder = excluded.holder`,
    },
    release: {
      name: `release-${table}`,
      text: `delete from "${table}" where "${shop}" = $1 and holder = $2`,
    },
  };
}

/**
 * Reading members, telling Shopify and marking them is one piece of work: of two at once, the older could land last. The
 * holder makes one call of Shopify with a new token, and one more where numbers or tags go: three answers of fifteen seconds at
 * most, or none.
 */
export const SYNC_LEASE: Lease = {
  ...statementsOf('SyncLease', 'shopId'),
  leaseMs: 60_000,
  pollMs: 50,
  waitedTooLong: 'another sync takes too long',
};

/**
 * Exchange and refresh rotate a shop's tokens, so two at once would kill each other's. The holder asks Shopify once, ten
 * seconds at most.
 */
export const TOKEN_LEASE: Lease = {
  ...statementsOf('TokenLease', 'shop'),
  leaseMs: 30_000,
  pollMs: 40,
  waitedTooLong: 'waited too long for the token lease',
};

/** `key` is what the lease's table knows the shop by. */
type LeasedShop = { key: number | string; domain: string };

/** @returns whether `holder` has the lease now. */
export async function claimLease(
  db: Queryable,
  { claim, leaseMs }: Lease,
  key: LeasedShop['key'],
  holder: string,
): Promise<boolean> {
  const { rowCount } = await db.query({ ...claim, values: [key, holder, leaseMs] });
  return rowCount === 1;
}

/** Runs `work` as the shop's one holder, waiting for whoever holds it; who held before may have done it all. */
export async function withLease<T>(lease: Lease, shop: LeasedShop, work: () => Promise<T>): Promise<T> {
  const holder = randomUUID();
  const mostPolls = lease.leaseMs / lease.pollMs;
  for (let polls = 0; !(await claimLease(pool(), lease, shop.key, holder)); polls += 1) {
    if (polls >= mostPolls) throw new AdminUnavailable(shop.domain, lease.waitedTooLong);
    await wait(lease.pollMs);
  }
  try {
    return await work();
  } finally {
    await pool().query({ ...lease.release, values: [shop.key, holder] });
  }
}
