// What is paused while a transaction gives: a pause waits for those that give, and whoever gives after it sees it, so that nothing comes
// after the merchant was told that it is paused.
import type { PoolClient } from 'pg';
import { ADVISORY_LOCKS } from '../advisory-locks.server.ts';

export type Stopped = {
  /** The whole program. */
  all: boolean;
  /** Keys of moments. */
  moments: string[];
};

/** Before anything else is locked: nobody pauses anything until the transaction ends. */
export async function stoppedNow(client: PoolClient, shopId: number): Promise<Stopped> {
  await client.query('select pg_advisory_xact_lock_shared($1, $2)', [ADVISORY_LOCKS.pauses, shopId]);
  const { rows } = await client.query<Stopped>({
    name: 'stopped-now',
    text: `select v.rules->'paused' is not null as "all", coalesce(v.rules->'pausedMoments', '[]') as moments
      from "Shop" s join "ProgramVersion" v on v."shopId" = s.id and v.number = s."publishedVersion" where s.id = $1`,
    values: [shopId],
  });
  return rows[0] ?? { all: true, moments: [] };
}

/** Before anything else is locked. */
export async function lockPauses(client: PoolClient, shopId: number): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1, $2)', [ADVISORY_LOCKS.pauses, shopId]);
}
