// The release before goes on working on these tables while they are rolled out: it can ask whatever it asked, and what it
// writes without knowing a new column is complete. statements.json is what it asks; take-statements.ts writes it.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';

const file = path.join(import.meta.dirname, 'statements.json');
const statements = JSON.parse(await readFile(file, 'utf8')) as string[];
let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

async function refusals(): Promise<string[]> {
  const said: string[] = [];
  for (const text of statements) {
    const refused = await client.query(`prepare tried as ${text}`).then(
      () => client.query('deallocate tried').then(() => null),
      (error: unknown) => `${text.slice(0, 120)}: ${String(error)}`,
    );
    if (refused !== null) said.push(refused);
  }
  return said;
}

/** Filled by a trigger of the database for whoever doesn't know them. */
const FILLED = ['Member.joinedOn'];

/** Columns that a new row must be given a value for, by table. */
async function needed(): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select table_name as table, json_agg(column_name) as columns from information_schema.columns
     where table_schema = 'public' and is_nullable = 'NO' and column_default is null and is_identity = 'NO'
       and is_generated = 'NEVER' group by table_name`,
  );
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

async function incomplete(): Promise<string[]> {
  const columns = await needed();
  return statements.flatMap((text) =>
    [...text.matchAll(/insert into "(\w+)" \(([^)]*)\)/g)].flatMap(([, table = '', listed = '']) => {
      const given = new Set(listed.split(',').map((name) => name.trim().replaceAll('"', '')));
      return (columns.get(table) ?? []).filter((name) => !given.has(name)).map((name) => `${table}.${name}`);
    }),
  );
}

test('each of its statements is one that the database can still prepare', async () => {
  expect(statements.length).toBeGreaterThan(100);
  expect(await refusals()).toEqual([]);
});

test('each row that it adds has a value in every column that needs one', async () => {
  expect(statements.filter((text) => text.includes('insert into')).length).toBeGreaterThan(20);
  expect((await incomplete()).filter((column) => !FILLED.includes(column))).toEqual([]);
});

test('a column that it asks for and that goes, and one that it can’t know and that needs a value, are seen', async () => {
  await client.query('alter table "Member" rename "pendingPoints" to "coming"');
  expect((await refusals()).join('\n')).toContain('pendingPoints');
  await client.query('alter table "Member" rename "coming" to "pendingPoints"');
  await client.query('alter table "LedgerEntry" add "reason" text not null');
  expect(await incomplete()).toContain('LedgerEntry.reason');
  await client.query('alter table "LedgerEntry" drop "reason"');
});
