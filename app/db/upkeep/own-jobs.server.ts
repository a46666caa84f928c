// The jobs that this process has locked in the queue. Those that it runs are renewed, which says that it lives; those that it
// doesn't run were taken, or ended, while a connection broke and nobody heard, and would stay locked for as long as it lives.
import type { Queryable } from '../pool.server.ts';

/** Only what wasn't renewed a moment ago is written: most jobs are over sooner. */
export async function renewJobs(
  db: Queryable,
  workerPoolId: string,
  running: readonly string[],
): Promise<void> {
  if (running.length === 0) return;
  await db.query({
    name: 'renew-jobs',
    text: `update graphile_worker._private_jobs set locked_at = now()
      where id = any($2::bigint[]) and locked_by = $1 and locked_at < now() - interval '2 seconds'`,
    values: [workerPoolId, running],
  });
}

/** @returns the ids of jobs that are locked by this worker and not among those that it runs. */
export async function strayJobs(
  db: Queryable,
  workerPoolId: string,
  running: readonly string[],
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>({
    name: 'stray-jobs',
    text: `select id::text from graphile_worker._private_jobs where locked_by = $1 and id <> all($2::bigint[])`,
    values: [workerPoolId, running],
  });
  return rows.map(({ id }) => id);
}

/** Lets these be taken again, and the queues of those that an older release had rung. */
export async function giveBackJobs(
  db: Queryable,
  workerPoolId: string,
  ids: readonly string[],
): Promise<void> {
  await db.query({
    name: 'give-back-jobs',
    text: `with given as (
        update graphile_worker._private_jobs set locked_by = null, locked_at = null, run_at = greatest(run_at, now())
        where id = any($2::bigint[]) and locked_by = $1 returning job_queue_id)
      update graphile_worker._private_job_queues q set locked_by = null, locked_at = null
      from given g where q.id = g.job_queue_id and q.locked_by = $1`,
    values: [workerPoolId, ids],
  });
}

/** Everything that this worker holds, whatever it is: for its end. */
export async function giveBackAll(db: Queryable, workerPoolId: string): Promise<void> {
  await db.query('select graphile_worker.force_unlock_workers(array[$1])', [workerPoolId]);
}
