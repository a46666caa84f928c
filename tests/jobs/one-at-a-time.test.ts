// In one process a shop's jobs of a name run one after the other, and whoever waits takes no place and stands in the database.
import { useDatabase } from '#tests/support/use-database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import pg from 'pg';
import { config } from '#app/config.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { oneAtATime, runningBells } from '#app/jobs/one-at-a-time.ts';
import { startQueue, type Queue } from '#app/jobs/queue.ts';
import { order } from '#tests/support/factories.ts';
import { installedShop, tell } from '#tests/support/shops.ts';

useDatabase();
/** Holds members' rows, so that a job which applies their orders waits. */
let holder: pg.Client;
let queue: Queue;

beforeAll(async () => {
  holder = new pg.Client({ connectionString: config().databaseUrl });
  await holder.connect();
  queue = await startQueue();
});

afterAll(async () => {
  await holder.end();
  await queue.stop();
  await queue.ended;
});

type Job = { runs: boolean };

async function jobsOf(shopId: number): Promise<Job[]> {
  const { rows } = await pool().query<Job>(
    `select locked_at is not null as runs from graphile_worker._private_jobs
     where payload->>'shopId' = $1::text and task_id = (
       select id from graphile_worker._private_tasks where identifier = 'apply_orders') order by id`,
    [shopId],
  );
  return rows;
}

async function dueOf(shopId: number): Promise<number> {
  const { rows } = await pool().query<{ due: number }>(
    'select count(*)::int as due from "Order" where "shopId" = $1 and "appliedRevision" < revision',
    [shopId],
  );
  return rows[0]!.due;
}

it('a bell that rings while its job runs waits for it, alone, and is answered at once afterwards', async () => {
  const [busy, other] = [await installedShop(), await installedShop()];
  await tell(busy, order());
  await expect.poll(() => jobsOf(busy.id)).toEqual([]);
  await holder.query('begin');
  await holder.query('select 1 from "Member" where "shopId" = $1 for update', [busy.id]);
  await tell(busy, order());
  await expect.poll(() => jobsOf(busy.id)).toEqual([{ runs: true }]);
  for (let told = 0; told < 3; told += 1) await tell(busy, order());
  await tell(other, order());
  await expect.poll(() => dueOf(other.id)).toBe(0);
  expect(await jobsOf(busy.id)).toEqual([{ runs: true }, { runs: false }]);
  await holder.query('rollback');
  await expect.poll(() => dueOf(busy.id)).toBe(0);
  await expect.poll(() => jobsOf(busy.id)).toEqual([]);
  await expect.poll(() => runningBells()).toEqual([]);
  expect((await pool().query('select 1 from graphile_worker._private_job_queues')).rowCount).toBe(0);
});

it('two that were taken in the same moment take turns, and one that fails leaves the next its turn', async () => {
  const told: string[] = [];
  const turn = (name: string, outcome: Promise<void>) =>
    oneAtATime('sync_program', 1, async () => {
      told.push(`${name} begins`);
      await outcome.finally(() => told.push(`${name} ends`));
    });
  let fail = (_error: Error) => {};
  const first = turn('first', new Promise((_, reject) => (fail = reject)));
  const second = turn('second', Promise.resolve());
  const another = oneAtATime('sync_program', 2, () => Promise.resolve());
  await another;
  expect(told).toEqual(['first begins']);
  expect(runningBells()).toEqual(['sync_program/1']);
  fail(new Error('Shopify is away'));
  await expect(first).rejects.toThrow('Shopify is away');
  await second;
  expect(told).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  expect(runningBells()).toEqual([]);
});
