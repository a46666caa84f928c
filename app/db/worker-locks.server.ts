// Worker locks tell which workers are alive. graphile-worker takes a worker that was killed for dead after four hours
// only, and until then its jobs, and with them a shop's queue, stay locked. A lock of the session says it at once.
import pg from 'pg';
import { config } from '#app/config.server.ts';
import { log } from '#app/log.server.ts';
import { connectionsOf } from './connections.server.ts';
import { pool } from './pool.server.ts';

/** Names our advisory locks among others of the same database. */
const WORKERS = 0x6_5178;

/** Held on a connection of its own until it is let go, or the process is gone: PostgreSQL lets go by itself then. */
export async function takeWorkerLock(workerPoolId: string): Promise<() => Promise<void>> {
  const { application_name } = connectionsOf('lock');
  const client = new pg.Client({ connectionString: config().databaseUrl, application_name });
  await client.connect();
  // Without the lock another worker may run our jobs a second time, which is safe.
  client.on('error', (err) => log.warn({ err }, 'the worker lock is lost'));
  await client.query('select pg_advisory_lock($1, hashtext($2))', [WORKERS, workerPoolId]);
  return () => client.end();
}

const UNLOCK_DEAD = `
  with holders as (
    select locked_by as id from graphile_worker._private_jobs where locked_by is not null
    union select locked_by from graphile_worker._private_job_queues where locked_by is not null
  ), dead as (
    select id from holders where pg_try_advisory_xact_lock($1, hashtext(id))
  )
  select array_agg(id) as ids, graphile_worker.force_unlock_workers(array_agg(id))::text from dead having count(*) > 0`;

/** Lets the jobs of workers that are gone be taken again. Returns their pool ids. */
export async function unlockDeadWorkers(): Promise<string[]> {
  const { rows } = await pool().query<{ ids: string[] }>(UNLOCK_DEAD, [WORKERS]);
  return rows[0]?.ids ?? [];
}
