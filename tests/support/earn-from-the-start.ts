// Most tests are about shops whose orders earn points from the first minute, as those do that installed while points began
// on. One that has just installed becomes such a shop here: what it published on install, and its draft, have points on.
import type { ClientBase } from 'pg';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';

export function withPoints({ pointsOff: _off, ...rules }: ProgramRules): ProgramRules {
  return rules;
}

/** A second earlier, because processes keep what they have read of a version, by its instant. */
const VERSIONS = `update "ProgramVersion"
  set rules = rules - 'pointsOff', "publishedAt" = "publishedAt" - interval '1 second' where "shopId" = $1`;

const SHOP = `update "Shop" set draft = draft - 'pointsOff', "syncedVersion" = 0
  where domain = $1 and "publishedVersion" = 1 and draft ? 'pointsOff' returning id`;

/** Once for each shop, in a transaction; a second call, or one for a shop that has published, does nothing. */
export async function letOrdersEarn(client: ClientBase, domain: string): Promise<void> {
  const { rows } = await client.query<{ id: number }>(SHOP, [domain]);
  const shopId = rows[0]?.id;
  if (shopId === undefined) return;
  // A published version is never changed, but for this.
  await client.query('set local session_replication_role = replica');
  await client.query(VERSIONS, [shopId]);
  await client.query('set local session_replication_role = origin');
  await enqueue(client, 'sync_program', { shopId });
}

export function earnFromTheStart(domain: string): Promise<void> {
  return withTransaction((client) => letOrdersEarn(client, domain));
}
