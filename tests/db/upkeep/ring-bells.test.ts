// A state that needs work has a bell, whoever takes jobs at the same moment: real workers beside transactions of ours.
import { Logger, runOnce } from 'graphile-worker';
import type { Notification, PoolClient } from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { ringWhereNoneWaits } from '#app/db/upkeep/waiting-jobs.server.ts';
import { forgetJobs } from '#tests/support/bells.ts';
import { installedShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();
beforeEach(forgetJobs);

const quiet = new Logger(() => () => undefined);
const SHOPS = [1, 2, 3];

type Work = (shopId: number) => Promise<void> | void;

/** Takes what can be taken now, and does `work` for each. */
const takeJobs = (work: Work, concurrency = 1): Promise<void> =>
  runOnce({
    pgPool: pool(),
    taskList: { apply_orders: (payload) => work((payload as { shopId: number }).shopId) },
    logger: quiet,
    concurrency,
  });

async function taken(): Promise<number[]> {
  const shops: number[] = [];
  await takeJobs((shopId) => void shops.push(shopId));
  return shops.sort((a, b) => a - b);
}

const ring = (client: Pick<PoolClient, 'query'>, shops: readonly number[]) =>
  client.query(`select ring_bells('apply_orders', $1, 25)`, [shops]);

async function jobs() {
  const { rows } = await pool().query<{ key: string; revision: number; attempts: number; due: boolean }>(
    `select key, revision, attempts, run_at <= now() as due from graphile_worker.jobs
     where key is not null order by key`,
  );
  return rows;
}

/** Jobs that scans of the whole table have read. */
async function scanned(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ read: number }>(
    `select seq_tup_read::int as read from pg_stat_xact_all_tables where relname = '_private_jobs'`,
  );
  return rows[0]?.read ?? 0;
}

/** Statements that wait for somebody else's end. */
async function waiting(): Promise<number> {
  const { rowCount } = await pool().query(
    `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
  );
  return rowCount ?? 0;
}

const WAITING = SHOPS.map((shop) => ({ key: `apply_orders/${shop}`, revision: 0, attempts: 0, due: true }));

describe('bells of several shops', () => {
  it('are rung in one go, one waiting job each, as ring_bell would', async () => {
    await ring(pool(), SHOPS);
    expect(await jobs()).toEqual(WAITING);
    expect(await taken()).toEqual(SHOPS);
    await pool().query(`select ring_bell('apply_orders', 2, 25)`);
    expect(await taken()).toEqual([2]);
    await ring(pool(), [3, 3]);
    expect(await taken()).toEqual([3]);
    await ring(pool(), []);
    expect(await taken()).toEqual([]);
  });

  it('that wait already are left as they are', async () => {
    await ring(pool(), [1, 3]);
    await ring(pool(), SHOPS);
    expect(await jobs()).toEqual(WAITING);
  });

  it('that wait are taken by nobody before what they were rung for is there', async () => {
    await ring(pool(), SHOPS);
    await withTransaction(async (client) => {
      await ring(client, [2]);
      expect(await taken()).toEqual([1, 3]);
    });
    expect(await taken()).toEqual([2]);
  });

  it('call workers that had to pass them by, once they may be taken', async () => {
    await ring(pool(), [1]);
    const listener = await pool().connect();
    try {
      const heard = new Promise<Notification>((resolve) => listener.once('notification', resolve));
      await listener.query('listen "jobs:insert"');
      await ring(pool(), [1]);
      expect(JSON.parse((await heard).payload ?? '')).toMatchObject({ count: 1 });
      await listener.query('unlisten *');
    } finally {
      listener.release();
    }
  });

  it('are rung anew while the job runs, because it may have looked already', async () => {
    let runs = 0;
    const work = async (shopId: number) => {
      runs += 1;
      if (runs === 1) await ring(pool(), [shopId, 2]);
    };
    await ring(pool(), [1]);
    await expect.poll(() => takeJobs(work).then(() => runs)).toBe(3);
  });

  it('of a job that failed are rung at once, and its attempts begin anew', async () => {
    await ring(pool(), [1, 2]);
    await pool().query(
      `update graphile_worker._private_jobs set attempts = 1, run_at = now() + interval '1 hour'`,
    );
    await ring(pool(), [1]);
    expect((await jobs()).map(({ attempts, due }) => [attempts, due])).toEqual([
      [0, true],
      [1, false],
    ]);
  });

  it('ring for each commit, however many ring and take jobs at the same time', async () => {
    await pool().query('create table told (shop int, seen boolean not null default false)');
    const all = Array.from({ length: 6 }, (_, index) => index + 1);
    let ringing = true;
    const tellers = Array.from({ length: 3 }, async (_, teller) => {
      for (let round = 0; round < 15; round += 1) {
        const shops = all.filter((shop) => (shop * 7 + round * 5 + teller) % 3 === 0);
        await withTransaction(async (client) => {
          await client.query('insert into told select unnest($1::int[])', [shops]);
          await ring(client, teller % 2 ? shops : shops.toReversed());
        });
      }
    });
    const takers = Array.from({ length: 2 }, async () => {
      while (ringing)
        await takeJobs(async (shop) => {
          await pool().query('update told set seen = true where shop = $1 and not seen', [shop]);
        }, 4);
    });
    await Promise.all(tellers);
    ringing = false;
    await Promise.all(takers);
    const unseen = 'select distinct shop from told where not seen order by 1';
    const { rows } = await pool().query<{ shop: number }>(unseen);
    const waiting = new Set((await jobs()).map(({ key }) => key));
    expect(rows.filter(({ shop }) => !waiting.has(`apply_orders/${shop}`))).toEqual([]);
  });

  const byUpkeep = async (shops: readonly number[]) => {
    for (let last = 0; last < Math.max(...shops);) last = (await installedShop()).id;
    await ringWhereNoneWaits(pool(), 'apply_orders', shops, false);
  };
  const asBefore = `select count(ring_bell('apply_orders', shop, 25)) from unnest($1::int[]) as shop`;
  const byReleaseBefore = (shops: readonly number[]) => pool().query(asBefore, [shops]);

  it.each([
    ['by the upkeep', byUpkeep],
    ['by the release before', byReleaseBefore],
  ])(
    'are rung %s and by webhooks at once, and neither waits for the other for ever',
    async (_who, ringOthers) => {
      const rings = await withTransaction(async (blocker) => {
        await ring(blocker, [3]);
        const others = ringOthers([2, 3, 10, 11]);
        await expect.poll(waiting).toBe(1);
        const webhooks = ring(pool(), [2, 10, 11]);
        await expect.poll(waiting).toBe(2);
        return [others, webhooks];
      });
      await Promise.all(rings);
      expect(await taken()).toEqual([2, 3, 10, 11]);
    },
  );

  it('cost the same however many wait, also where a plan was made while few did', async () => {
    const client = await pool().connect();
    try {
      for (let shop = 0; shop < 10; shop += 1) await ring(client, [shop]);
      const many = Array.from({ length: 3_000 }, (_, index) => 10 + index);
      await ring(pool(), many);
      await client.query('begin');
      const before = await scanned(client);
      await ring(client, [10_000]);
      expect((await scanned(client)) - before).toBe(0);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
