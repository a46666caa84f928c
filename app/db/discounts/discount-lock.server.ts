// One at a time looks after a shop's discounts, and one after their codes: two that both find none would both make one. The lock isn't a
// transaction, because Shopify is asked meanwhile; PostgreSQL lets go of it when its holder is gone.
import type { PoolClient } from 'pg';
import { ADVISORY_LOCKS } from '../advisory-locks.server.ts';
import { pool } from '../pool.server.ts';

/** As `withShopLock`, of the discounts. */
export const withDiscountLock = <T>(shopId: number, work: (client: PoolClient) => Promise<T>): Promise<T> =>
  withShopLock('discounts', shopId, work);

/** Waits for whoever is at it, then runs `work` with the connection that holds the lock. */
export async function withShopLock<T>(
  lock: 'discounts' | 'codes' | 'own' | 'past' | 'moving',
  shopId: number,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query('select pg_advisory_lock($1, $2)', [ADVISORY_LOCKS[lock], shopId]);
    return await work(client);
  } finally {
    await client
      .query('select pg_advisory_unlock($1, $2)', [ADVISORY_LOCKS[lock], shopId])
      .catch((error: unknown) => (broken = error instanceof Error ? error : new Error(String(error))));
    client.release(broken);
  }
}

/** Throws once the connection is lost, and the lock with it: somebody else may be at it by now. */
export async function mustHoldDiscountLock(client: PoolClient): Promise<void> {
  await client.query('select 1');
}
