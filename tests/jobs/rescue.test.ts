import { describe, expect, it } from 'vitest';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { rescueJobs } from '#app/usecases/upkeep/rescue-jobs.ts';
import { holdWorkerLock } from '#app/usecases/upkeep/hold-worker-lock.ts';
import { order } from '#tests/support/factories.ts';
import { installedShop, tell } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

/** Shorter than in a worker: nobody here takes a lock again. */
const WATCH_MS = 300;

/** Takes the shop's waiting job as a worker does. */
async function take(shopId: number, workerPoolId: string): Promise<void> {
  await pool().query(
    `with q as (update graphile_worker._private_job_queues set locked_by = $2, locked_at = now()
       where queue_name = 'apply_orders/' || $1::text returning id)
     update graphile_worker._private_jobs j set locked_by = $2, locked_at = now() from q where job_queue_id = q.id`,
    [shopId, workerPoolId],
  );
}

async function locked(): Promise<string[]> {
  const { rows } = await pool().query<{ by: string }>(
    `select locked_by as by from graphile_worker._private_jobs where locked_by is not null
     union select locked_by from graphile_worker._private_job_queues where locked_by is not null order by 1`,
  );
  return rows.map(({ by }) => by);
}

describe('jobs of workers', () => {
  it('that were killed are given back at once, those of the living are left alone', async () => {
    const [one, other] = [await installedShop(), await installedShop()];
    for (const shop of [one, other]) await tell(shop, order());
    const silence = await holdWorkerLock('alive');
    await take(one.id, 'alive');
    await take(other.id, 'killed');
    await Promise.all([rescueJobs(WATCH_MS), rescueJobs()]);
    expect(await locked()).toEqual(['alive']);
    await silence();
    await rescueJobs(WATCH_MS);
    expect(await locked()).toEqual([]);
  });
});

describe('a bell', () => {
  it('is not lost when a worker takes the waiting job at the same moment', async () => {
    const shop = await installedShop();
    const ring = () => withTransaction((client) => enqueue(client, 'sync_members', { shopId: shop.id }));
    const jobs = async () => {
      const { rows } = await pool().query<{ waiting: boolean }>(
        `select locked_at is null as waiting from graphile_worker.jobs where task_identifier = 'sync_members' order by id`,
      );
      return rows.map(({ waiting }) => waiting);
    };
    await ring();
    const worker = await pool().connect();
    await worker.query('begin');
    await worker.query(
      `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'alive', attempts = attempts + 1
       where key = 'sync_members/' || $1::text`,
      [shop.id],
    );
    const ringing = ring();
    // The bell now waits for the row that the worker is taking.
    await expect
      .poll(
        async () =>
          (await pool().query(`select 1 from pg_stat_activity where wait_event_type = 'Lock'`)).rowCount,
      )
      .toBe(1);
    await worker.query('commit');
    worker.release();
    await ringing;
    expect(await jobs()).toEqual([false, true]);
  });
});
