// Named queues were graphile-worker's way to run one job of a shop at a time. Each look for a job locks the row of every free
// one, so that it cost what there had ever been. A process of the release before still puts jobs off into them. Goes with the
// release after.
import type { Queryable } from '../pool.server.ts';

/**
 * Jobs that wait leave their queues, and queues without a job go. Safe beside whoever takes or adds jobs: what is being taken
 * is left as it is, and a job whose queue went in the same moment leaves it next time.
 */
export async function leaveNamedQueues(db: Queryable): Promise<void> {
  await db.query({
    name: 'leave-named-queues',
    text: `update graphile_worker._private_jobs set job_queue_id = null where id in (
      select id from graphile_worker._private_jobs where job_queue_id is not null and locked_at is null
      for update skip locked)`,
  });
  await db.query({
    name: 'delete-idle-queues',
    text: `delete from graphile_worker._private_job_queues where id in (
      select q.id from graphile_worker._private_job_queues q where q.locked_at is null
        and not exists (select 1 from graphile_worker._private_jobs j where j.job_queue_id = q.id)
      for update skip locked)`,
  });
}
