import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from './database.ts';

const first = await testDatabase();
const second = await testDatabase();
const pools = [first, second].map(({ url }) => new pg.Pool({ connectionString: url, max: 1 }));

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await Promise.all([first.drop(), second.drop()]);
});

test('a test database holds our tables and the queue', async () => {
  const { rows } = await pools[0]!.query<{ tables: string }>(
    `select concat_ws(' ', to_regclass('"Member"'), to_regclass('graphile_worker.jobs')) tables`,
  );
  expect(rows[0]?.tables).toBe('"Member" graphile_worker.jobs');
});

test('two test databases share nothing', async () => {
  await pools[0]!.query('create table only_here ()');
  const { rows } = await pools[1]!.query<{ found: string | null }>(`select to_regclass('only_here') found`);
  expect(rows[0]?.found).toBeNull();
});
