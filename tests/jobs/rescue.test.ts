import { describe, expect, it } from 'vitest';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { takeWorkerLock } from '#app/db/worker-locks.server.ts';
import { giveBackAll } from '#app/db/upkeep/own-jobs.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { rescueJobs } from '#app/usecases/upkeep/rescue-jobs.ts';
import { giveBackStrays } from '#app/usecases/upkeep/tend-jobs.ts';
import { order } from '#tests/support/factories.ts';
import { installedShop, tell } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

/** Shorter than in a worker: nobody here takes a lock again. */
const WATCH_MS = 300;

/** Takes the shop's waiting job as a worker does. */
async function take(shopId: number, workerPoolId: string): Promise<void> {
  await pool().query(
    `update graphile_worker._private_jobs set locked_by = $2, locked_at = now()
     where key = 'apply_orders/' || $1::text`,
    [shopId, workerPoolId],
  );
}

async function locked(): Promise<string[]> {
  const { rows } = await pool().query<{ by: string }>(
    `select locked_by as by from graphile_worker._private_jobs where locked_by is not null order by 1`,
  );
  return rows.map(({ by }) => by);
}

async function jobOf(shopId: number): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    "select id::text from graphile_worker._private_jobs where key = 'apply_orders/' || $1::text",
    [shopId],
  );
  return rows[0]?.id ?? 'none';
}

async function lockedJobs(): Promise<Set<string>> {
  const { rows } = await pool().query<{ id: string }>(
    'select id::text from graphile_worker._private_jobs where locked_by is not null',
  );
  return new Set(rows.map(({ id }) => id));
}

describe('jobs of workers', () => {
  it('that were killed are given back at once, those of the living are left alone', async () => {
    const [one, other] = [await installedShop(), await installedShop()];
    for (const shop of [one, other]) await tell(shop, order());
    const silence = await takeWorkerLock('alive');
    await take(one.id, 'alive');
    await take(other.id, 'killed');
    await Promise.all([rescueJobs(WATCH_MS), rescueJobs()]);
    expect(await locked()).toEqual(['alive']);
    await silence();
    await rescueJobs(WATCH_MS);
    expect(await locked()).toEqual([]);
  });
});

describe('a job that is locked by a living worker', () => {
  it('is left alone as long as its lock is renewed, though the worker has lost its own', async () => {
    const shop = await installedShop();
    await tell(shop, order());
    await take(shop.id, 'cut off');
    let over = false;
    const rescue = rescueJobs(WATCH_MS).finally(() => (over = true));
    // As the worker does it by its other connections, if less often.
    while (!over) {
      await pool().query(
        "update graphile_worker._private_jobs set locked_at = now() where locked_by = 'cut off'",
      );
    }
    await rescue;
    expect(await locked()).toEqual(['cut off']);
    await rescueJobs(WATCH_MS);
    expect(await locked()).toEqual([]);
  });

  it('is given back when it doesn’t run: its taking, or its end, was lost with a connection', async () => {
    const [runs, stray] = [await installedShop(), await installedShop()];
    for (const shop of [runs, stray]) {
      await tell(shop, order());
      await take(shop.id, 'alive');
    }
    const running = new Set([await jobOf(runs.id)]);
    const seen = await giveBackStrays('alive', running, new Set());
    expect(seen).toEqual(new Set([await jobOf(stray.id)]));
    // The first look may have come before the answer that says it runs.
    expect(await lockedJobs()).toEqual(new Set([...running, ...seen]));
    await giveBackStrays('alive', running, seen);
    expect(await lockedJobs()).toEqual(running);
    await giveBackAll(pool(), 'alive');
    expect(await locked()).toEqual([]);
  });
});

describe('jobs that an older release rang', () => {
  it('leave their queues, which go once no job is in them or runs from them', async () => {
    const add = async (shopId: number) =>
      pool().query(
        `select graphile_worker.add_job('sync_program', json_build_object('shopId', $1::int),
           queue_name => 'sync_program/' || $1, job_key => 'sync_program/' || $1)`,
        [shopId],
      );
    const [idle, waiting, runs] = [await installedShop(), await installedShop(), await installedShop()];
    for (const { id } of [idle, waiting, runs]) await add(id);
    await pool().query(`select graphile_worker.remove_job('sync_program/' || $1::int)`, [idle.id]);
    await pool().query(
      `with q as (update graphile_worker._private_job_queues set locked_by = 'older', locked_at = now()
         where queue_name = 'sync_program/' || $1::int returning id)
       update graphile_worker._private_jobs j set locked_by = 'older', locked_at = now() from q where job_queue_id = q.id`,
      [runs.id],
    );
    await add(runs.id);
    const end = await takeWorkerLock('older');
    await rescueJobs(WATCH_MS);
    const queues = await pool().query('select queue_name from graphile_worker._private_job_queues');
    expect(queues.rows).toEqual([{ queue_name: `sync_program/${runs.id}` }]);
    const jobs = await pool().query(
      `select job_queue_id is null as free, locked_by as by from graphile_worker._private_jobs
       where task_id = (select id from graphile_worker._private_tasks where identifier = 'sync_program')
         and payload->>'shopId' = any($1) order by id`,
      [[waiting.id, runs.id].map(String)],
    );
    expect(jobs.rows).toEqual([
      { free: true, by: null },
      { free: false, by: 'older' },
      { free: true, by: null },
    ]);
    await end();
    await rescueJobs(WATCH_MS);
    await rescueJobs(WATCH_MS);
    expect((await pool().query('select 1 from graphile_worker._private_job_queues')).rowCount).toBe(0);
  });
});

describe('jobs that can run no more', () => {
  it('are struck off every minute, however often a bell is rung while they fail', async () => {
    const shop = await installedShop();
    const ring = () => withTransaction((client) => enqueue(client, 'sync_program', { shopId: shop.id }));
    const ofShop = `select 1 from graphile_worker._private_jobs where flags ? $1`;
    const rows = async () => (await pool().query(ofShop, [`sync_program/${shop.id}`])).rowCount;
    for (let fails = 0; fails < 5; fails += 1) {
      await ring();
      await pool().query(
        `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'failing'
         where key = 'sync_program/' || $1::text`,
        [shop.id],
      );
      await ring();
      await pool().query(
        `update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_by = 'failing'`,
      );
    }
    expect(await rows()).toBe(6);
    await rescueJobs(WATCH_MS);
    expect(await rows()).toBe(1);
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
