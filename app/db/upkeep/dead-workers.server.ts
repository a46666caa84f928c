// Which workers hold jobs and give no sign of life. There are two signs: the lock of a session (worker-locks.server.ts), and
// the time on the locks of its jobs, which it renews while they run (own-jobs.server.ts). One that just lost its connection
// has neither for a moment, so whoever looks has to look for a while.
import { ADVISORY_LOCKS } from '../advisory-locks.server.ts';
import type { Queryable } from '../pool.server.ts';

/** A holder of jobs without a lock of its own, when it last renewed one of them, and since when the server runs. */
export type Silent = { id: string; renewedAt: string; serverSince: string };

/** The lock is looked for, not tried: two that look at the same moment would each take the other for the worker. */
const SILENT = `
  with held as (
    select locked_by as id, locked_at from graphile_worker._private_jobs where locked_by is not null
    union all select locked_by, locked_at from graphile_worker._private_job_queues where locked_by is not null
  ), alive as materialized (
    select l.objid::bigint as key from pg_locks l join pg_database d on d.oid = l.database
    where d.datname = current_database() and l.locktype = 'advisory' and l.classid::bigint = $1 and l.objsubid = 2
  ), silent as (
    select id, max(locked_at)::text as "renewedAt", pg_postmaster_start_time()::text as "serverSince" from held
    where hashtext(id)::bigint & 4294967295 not in (select key from alive) group by id
  )`;

export async function silentWorkers(db: Queryable): Promise<Silent[]> {
  const { rows } = await db.query<Silent>(`${SILENT} select * from silent`, [ADVISORY_LOCKS.workers]);
  return rows;
}

/** Lets the jobs of those that are still as silent as they were be taken again. Returns their pool ids. */
export async function unlockSilent(db: Queryable, workers: readonly Silent[]): Promise<string[]> {
  const { rows } = await db.query<{ ids: string[] }>(
    `${SILENT}, dead as (
      select id from silent
      where (id, "renewedAt", "serverSince") in (select * from unnest($2::text[], $3::text[], $4::text[])))
    select array_agg(id) as ids, graphile_worker.force_unlock_workers(array_agg(id))::text from dead having count(*) > 0`,
    [
      ADVISORY_LOCKS.workers,
      workers.map(({ id }) => id),
      workers.map(({ renewedAt }) => renewedAt),
      workers.map(({ serverSince }) => serverSince),
    ],
  );
  return rows[0]?.ids ?? [];
}
