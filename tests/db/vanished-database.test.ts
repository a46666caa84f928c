// C94 The database's host vanishes without a word, and another takes its place: whoever waits for an answer of the first fails
// as after any lost connection, though the system would try for a quarter of an hour; who only works long isn't disturbed.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePrisma, prisma } from '#app/db/client.server.ts';
import { closePool, pool, withTransaction } from '#app/db/pool.server.ts';
import { isConnectionLost } from '#app/lost-connection.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { databaseSwitch, type DatabaseSwitch } from '#tests/webhooks/database-switch.ts';
import { setEnvironment } from '#tests/webhooks/shopify-sends.ts';

let database: TestDatabase;
let wire: DatabaseSwitch;

beforeAll(async () => {
  database = await testDatabase();
  wire = await databaseSwitch(database.url);
  setEnvironment(wire.url);
  await wire.up();
});

afterAll(async () => {
  await Promise.all([closePrisma(), closePool()]);
  await wire.down();
  await database.drop();
});

/** On the server itself, past the wire. */
async function onServer(text: string): Promise<number> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(text)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

const OURS = `from pg_stat_activity where application_name like 'sixth-%' and datname = current_database()`;
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => error,
  );

test('C94 what waits for it fails as after any lost connection, in a transaction as well', async () => {
  const waiting = [
    failure(pool().query('select pg_sleep(600)')),
    failure(withTransaction((client) => client.query('select pg_sleep(600)'))),
    failure(prisma().$queryRawUnsafe('select pg_sleep(600)::text')),
  ];
  await expect.poll(() => onServer(`select 1 ${OURS} and wait_event = 'PgSleep'`)).toBe(waiting.length);
  wire.replace();
  await onServer(`select pg_terminate_backend(pid) ${OURS}`);
  for (const lost of await Promise.all(waiting)) expect(isConnectionLost(lost)).toBe(true);
  expect((await pool().query('select 1')).rowCount).toBe(1);
  expect(await prisma().session.count()).toBe(0);
}, 60_000);

test('what only takes long is waited for', async () => {
  const { rowCount } = await pool().query('select pg_sleep(12)');
  expect(rowCount).toBe(1);
}, 60_000);
