// The version by which a transaction gives: a publish waits for those that give, and whoever gives after it sees it, so that nothing
// comes by an older version once the merchant was told that another one is published.
import type { PoolClient } from 'pg';
import { ADVISORY_LOCKS } from '../advisory-locks.server.ts';

/** Before anything else is locked: nobody publishes until the transaction ends. Null where there is no such shop. */
export async function versionInForce(client: PoolClient, shopId: number): Promise<number | null> {
  await client.query('select pg_advisory_xact_lock_shared($1, $2)', [ADVISORY_LOCKS.publishing, shopId]);
  const { rows } = await client.query<{ version: number }>({
    name: 'version-in-force',
    text: 'select "publishedVersion" as version from "Shop" where id = $1',
    values: [shopId],
  });
  return rows[0]?.version ?? null;
}

/** Before anything else is locked. */
export async function lockPublishing(client: PoolClient, shopId: number): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1, $2)', [ADVISORY_LOCKS.publishing, shopId]);
}
