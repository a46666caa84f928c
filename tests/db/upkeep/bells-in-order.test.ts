// Bells that a transaction rings are rung at its end, each once and in one order: nobody who rings some waits for another in a
// circle, in whatever order the work asks for them.
import { beforeEach, expect, it } from 'vitest';
import type { ShopJobName } from '#app/core/jobs.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { forgetJobs } from '#tests/support/bells.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();
beforeEach(forgetJobs);

async function waiting(): Promise<string[]> {
  const { rows } = await pool().query<{ key: string }>('select key from graphile_worker.jobs order by id');
  return rows.map(({ key }) => key);
}

/** Resolves for everybody once so many have come. */
function meeting(many: number): () => Promise<void> {
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (open = resolve));
  let left = many;
  return () => {
    left -= 1;
    if (left === 0) open();
    return all;
  };
}

it('C94 an order and a merge that ring the same bells in other orders both commit', async () => {
  const meet = meeting(2);
  const ring = (jobs: readonly ShopJobName[]) =>
    withTransaction(async (client) => {
      const [first, ...others] = jobs;
      if (first) await enqueue(client, first, { shopId: 7 });
      await meet();
      for (const job of others) await enqueue(client, job, { shopId: 7 });
    });
  await Promise.all([
    ring(['sync_members', 'sweep_occasions', 'apply_orders']),
    ring(['sweep_occasions', 'apply_orders', 'sync_members']),
  ]);
  expect(await waiting()).toEqual(['apply_orders/7', 'sync_members/7', 'sweep_occasions/7']);
});

it('C94 whoever rings before its figures waits for nobody who has written theirs', async () => {
  const meet = meeting(2);
  const figure = `insert into "DailyFigure" as f ("shopId", day, kind, amount) values (7, '2027-03-01', 'points-spent', 1)
    on conflict ("shopId", day, kind) do update set amount = f.amount + 1`;
  const early = withTransaction(async (client) => {
    await enqueue(client, 'sync_members', { shopId: 7 });
    await meet();
    await client.query(figure);
  });
  const late = withTransaction(async (client) => {
    await client.query(figure);
    await meet();
    await enqueue(client, 'sync_members', { shopId: 7 });
  });
  await Promise.all([early, late]);
  expect(await waiting()).toEqual(['sync_members/7']);
  const { rows } = await pool().query('select amount::int from "DailyFigure" where "shopId" = 7');
  expect(rows).toEqual([{ amount: 2 }]);
});

it('a bell that is rung several times rings once, of two shops each has its own, and none of what is undone', async () => {
  await withTransaction(async (client) => {
    for (const shopId of [8, 7, 8]) await enqueue(client, 'sync_members', { shopId });
    await enqueue(client, 'apply_orders', { shopId: 8 });
    expect(await waiting()).toEqual([]);
  });
  expect(await waiting()).toEqual(['apply_orders/8', 'sync_members/7', 'sync_members/8']);
  const undone = withTransaction(async (client) => {
    await enqueue(client, 'fill_codes', { shopId: 7 });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await withTransaction((client) => enqueue(client, 'sync_program', { shopId: 9 }));
  expect(await waiting()).not.toContain('fill_codes/7');
});
