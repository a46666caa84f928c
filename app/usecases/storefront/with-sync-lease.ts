// Reading members, telling Shopify and marking them is one piece of work: of two at once, the older could land last.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { now } from '#app/clock.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { claimSyncLease, releaseSyncLease } from '#app/db/storefront/sync-lease.server.ts';
import { AdminUnavailable } from '#app/errors.ts';

/** Longer than one call of Shopify with a new token: two answers of fifteen seconds at most, or none. */
const LEASE_MS = 45_000;
const POLL_MS = 50;
const POLLS = LEASE_MS / POLL_MS;

/** Runs `work` as the shop's one holder, waiting for whoever holds it; `work` makes one call of Shopify. */
export async function withSyncLease<T>(
  shop: { id: number; domain: string },
  work: () => Promise<T>,
): Promise<T> {
  const holder = randomUUID();
  for (let polls = 0; !(await claim(shop.id, holder)); polls += 1) {
    if (polls >= POLLS) throw new AdminUnavailable(shop.domain, 'another sync takes too long');
    await wait(POLL_MS);
  }
  try {
    return await work();
  } finally {
    await releaseSyncLease(pool(), shop.id, holder);
  }
}

function claim(shopId: number, holder: string): Promise<boolean> {
  const at = now();
  return claimSyncLease(pool(), shopId, holder, { now: at, until: new Date(at.getTime() + LEASE_MS) });
}
