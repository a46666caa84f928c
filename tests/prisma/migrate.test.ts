import pg from 'pg';
import { inject, expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../prisma/migrate.ts';
import { createDatabase, dropDatabase, inDatabase } from '#tests/tools/create-database.ts';

const { url: server } = inject('databaseServer');

async function emptyDatabase(): Promise<string> {
  const name = await createDatabase(server, 'sixth_test');
  onTestFinished(() => dropDatabase(server, name));
  return inDatabase(server, name);
}

test('two machines that migrate one empty database at once both succeed', { timeout: 60_000 }, async () => {
  const url = await emptyDatabase();
  await Promise.all([migrate(url), migrate(url)]);
  await migrate(url);
});

test(
  'C94 a machine that died while it migrated keeps no other from it, done or not',
  { timeout: 60_000 },
  async () => {
    const url = await emptyDatabase();
    await migrate(url);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    onTestFinished(() => client.end());
    // Killed after the database had done it all, and before anybody wrote that down.
    const left = `update "_prisma_migrations" set finished_at = null where migration_name >= '0015'`;
    expect((await client.query(left)).rowCount).toBeGreaterThan(2);
    await migrate(url);
    const open = await client.query(
      'select 1 from "_prisma_migrations" where finished_at is null and rolled_back_at is null',
    );
    expect(open.rows).toEqual([]);
  },
);

test('a database that is not there, or not answering, is refused in one line', async () => {
  const missing = inDatabase(server, 'sixth_not_there');
  await expect(migrate(missing)).rejects.toThrow(/can't be reached: .*"sixth_not_there" does not exist$/);
  await expect(migrate('postgresql://x@127.0.0.1:1/x')).rejects.toThrow(/can't be reached: .*ECONNREFUSED/);
});
