// Jobs that wait for us to be set right: another try now would end the same way, and none is counted. A flag tells them from
// those that failed.
import { JOBS, type ShopJobName } from '#app/core/jobs.ts';
import type { Queryable } from '../pool.server.ts';

const FLAG = 'put-off';

/**
 * In place of the job that runs now: one that begins anew in a few minutes, or as soon as the shop's bell rings or a worker
 * starts whose keys are right.
 */
export async function putOff(db: Queryable, name: ShopJobName, shopId: number): Promise<void> {
  await db.query({
    name: 'put-job-off',
    text: `select count(*) from graphile_worker.add_job($1, json_build_object('shopId', $2::int),
      job_key => $1 || '/' || $2::int, max_attempts => $3::int, run_at => now() + interval '5 minutes',
      flags => array[$4, $1 || '/' || $2::int], job_key_mode => 'preserve_run_at')`,
    values: [name, shopId, JOBS[name].maxAttempts, FLAG],
  });
}

/** @returns how many waited */
export async function beginPutOff(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>({
    name: 'begin-put-off',
    text: `select count(*)::int as count from graphile_worker.jobs j
      cross join lateral graphile_worker.reschedule_jobs(array[j.id], run_at := now())
      where j.flags ? $1 and j.run_at > now() and j.locked_at is null`,
    values: [FLAG],
  });
  return rows[0]?.count ?? 0;
}
