import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { applyFunctions } from '../../prisma/apply-functions.ts';
import { migrate } from '../../prisma/migrate.ts';
import { cloneDatabase, createDatabase, dropDatabase, inDatabase } from '#tests/tools/create-database.ts';

const prismaFolder = path.resolve(import.meta.dirname, '../../prisma');
const { url: server, template } = inject('databaseServer');

const FUNCTIONS = `select p.proname as name, pg_get_functiondef(p.oid) as definition
  from pg_proc p where p.pronamespace = 'public'::regnamespace order by 1`;

type Definition = { name: string; definition: string };

async function definitions(client: pg.Client): Promise<Definition[]> {
  return (await client.query<Definition>(FUNCTIONS)).rows;
}

/** The functions after another run. */
async function applied(client: pg.Client): Promise<Definition[]> {
  await applyFunctions(client);
  return definitions(client);
}

/** The migrations that brought their functions themselves, and Prisma's own record of them. */
async function migrateAsBefore(old: pg.Client, migrated: pg.Client): Promise<void> {
  const folder = path.join(prismaFolder, 'migrations');
  const names = (await readdir(folder)).filter((each) => /^000[1-6]_/.test(each)).sort();
  for (const each of names) await old.query(await readFile(path.join(folder, each, 'migration.sql'), 'utf8'));
  await old.query(`create table _prisma_migrations (id varchar(36) primary key, checksum varchar(64) not null,
    finished_at timestamptz, migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
    started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`);
  const records = await migrated.query<{ all: string }>(
    `select json_agg(m)::text as all from _prisma_migrations m where migration_name = any($1)`,
    [names],
  );
  await old.query(
    'insert into _prisma_migrations select * from json_populate_recordset(null::_prisma_migrations, $1)',
    [records.rows[0]!.all],
  );
}

describe('the functions of a migrated database', () => {
  let name: string;
  let client: pg.Client;
  let migrated: Definition[];

  beforeAll(async () => {
    name = await cloneDatabase(server, template);
    client = new pg.Client({ connectionString: inDatabase(server, name) });
    await client.connect();
    migrated = await definitions(client);
  });

  afterAll(async () => {
    await client.end();
    await dropDatabase(server, name);
  });

  it('are those of prisma/functions, each in a file of its name', async () => {
    const files = (await readdir(path.join(prismaFolder, 'functions'))).filter((file) =>
      file.endsWith('.sql'),
    );
    expect(migrated.map(({ name }) => `${name}.sql`)).toEqual(files.sort());
    for (const file of files) {
      const text = await readFile(path.join(prismaFolder, 'functions', file), 'utf8');
      expect(text).toContain(`CREATE OR REPLACE FUNCTION "${path.basename(file, '.sql')}"`);
    }
  });

  it('stay the same, however often they are applied', async () => {
    expect(await applied(client)).toEqual(migrated);
    expect(await applied(client)).toEqual(migrated);
  });

  it('come back where a release before has put its own', async () => {
    await client.query(`CREATE OR REPLACE FUNCTION "member_joins"() RETURNS trigger LANGUAGE plpgsql
      AS $$ BEGIN RETURN NULL; END $$`);
    expect(await applied(client)).toEqual(migrated);
  });

  it('are left to the newer release where one has migrated', async () => {
    await client.query(`insert into _prisma_migrations (id, checksum, migration_name)
      values ('later', '', '9999_later')`);
    await client.query(`CREATE OR REPLACE FUNCTION "member_joins"() RETURNS trigger LANGUAGE plpgsql
      AS $$ BEGIN RETURN NEW; END $$`);
    const newer = await definitions(client);
    expect(await applied(client)).toEqual(newer);
    await client.query(`delete from _prisma_migrations where id = 'later'`);
    expect(await applied(client)).toEqual(migrated);
  });

  it('are the same in a database that came from the releases before them', { timeout: 60_000 }, async () => {
    const old = await createDatabase(server, 'sixth_test');
    const oldUrl = inDatabase(server, old);
    const oldClient = new pg.Client({ connectionString: oldUrl });
    await oldClient.connect();
    try {
      await migrateAsBefore(oldClient, client);
      await migrate(oldUrl);
      expect(await definitions(oldClient)).toEqual(migrated);
    } finally {
      await oldClient.end();
      await dropDatabase(server, old);
    }
  });
});
