// Keys that bear the shop, on a database that is full and in use.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { createDatabase, dropDatabase, inDatabase } from '#tests/tools/create-database.ts';

const folder = path.resolve(import.meta.dirname, '../../prisma/migrations');
const { url: server } = inject('databaseServer');

async function sqlOf(migration: string): Promise<string> {
  return readFile(path.join(folder, migration, 'migration.sql'), 'utf8');
}

/** A database as the release before left it. */
async function databaseOfBefore(): Promise<string> {
  const name = await createDatabase(server, 'sixth_test');
  onTestFinished(() => dropDatabase(server, name));
  return inDatabase(server, name);
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

const ROWS = `
  insert into "Shop" (id, domain, currency, "timeZone", draft, "publishedVersion", "earnsFrom", "reconciledThrough",
    "installedAt") select n, n || '.myshopify.com', 'EUR', 'UTC', '{}', 1, now(), now(), now() from generate_series(1, 3) n;
  insert into "Member" (id, "shopId", "customerId", "joinedAt") select n, n % 3 + 1, n, now() from generate_series(1, 3000) n;
  update "Member" set "mergedIntoId" = id - 3 where id % 50 = 0;
  insert into "MemberCard" ("shopId", "memberId", "cardKey", size) select "shopId", id, 'coffee', 5 from "Member";
  insert into "LedgerEntry" ("shopId", "memberId", seq, unit, kind, "sourceKey", amount, "balanceAfter", explanation,
    "occurredAt", "recordedAt") select "shopId", id, 1, 'points', 'order', 'order/1', 5, 5, '{}', now(), now() from "Member";
  insert into "Order" ("shopId", "orderId", "memberId") select "shopId", id, id from "Member";
  insert into "Order" ("shopId", "orderId") select "shopId", -id from "Member";`;

/** As the release before writes, until it is told to stop. Returns how many it wrote. */
async function writesMeanwhile(url: string, stop: AbortSignal): Promise<number> {
  const client = await connected(url);
  for (let n = 1; n <= 3_000; n += 1) {
    await client.query('begin');
    await client.query('select 1 from "Member" where id = $1 for update', [n]);
    await client.query('update "Member" set points = points + 1, rev = rev + 1 where id = $1', [n]);
    await client.query(
      `insert into "LedgerEntry" ("shopId", "memberId", seq, unit, kind, "sourceKey", amount, "balanceAfter", explanation,
         "occurredAt", "recordedAt") select "shopId", id, 2, 'points', 'order', 'order/2', 5, 10, '{}', now(), now()
       from "Member" where id = $1`,
      [n],
    );
    await client.query('commit');
    if (stop.aborted) return n;
  }
  return 3_000;
}

test('C62 come to full tables while the release before goes on writing', { timeout: 60_000 }, async () => {
  const url = await databaseOfBefore();
  const migrating = await connected(url);
  const before = (await readdir(folder)).filter((name) => /^\d{4}_/.test(name) && name < '0015').sort();
  for (const name of before) await migrating.query(await sqlOf(name));
  await migrating.query(ROWS);
  // Somebody holds a member's row when the migration comes.
  const holder = await connected(url);
  await holder.query('begin');
  await holder.query('update "Member" set points = 7 where id = 2999');
  const stop = new AbortController();
  const writing = writesMeanwhile(url, stop.signal);
  const migrated = sqlOf('0015_shop_in_keys').then((sql) => migrating.query(sql));
  await holder.query('select pg_sleep(1.2)');
  await holder.query('commit');
  await migrated;
  stop.abort();
  const written = await writing;
  // A run that was cut off after it was done is done again, and finds nothing to do.
  const again = await connected(url);
  await again.query(await sqlOf('0015_shop_in_keys'));
  const { rows } = await again.query(
    `select (select count(*)::int from "LedgerEntry") as entries, (select count(*)::int from "Order") as orders,
       (select count(*)::int from pg_constraint where contype = 'f' and confrelid = '"Member"'::regclass) as keys,
       (select bool_and(convalidated) from pg_constraint where contype = 'f') as hold`,
  );
  expect(written).toBeGreaterThan(0);
  expect(rows).toEqual([{ entries: 3_000 + written, orders: 6_000, keys: 7, hold: true }]);
});
