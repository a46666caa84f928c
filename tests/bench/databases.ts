// Databases of the bench: one server with the settings of production (fsync on), one migrated template, copies of it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { cloneDatabase, createDatabase, dropDatabase, inDatabase } from '#tests/tools/create-database.ts';
import { startPostgres } from '#tests/tools/postgres.ts';
import { migrate } from '../../prisma/migrate.ts';

export type Database = { name: string; url: string };

export type Databases = {
  /** PostgreSQL's version. */
  version: string;
  /** Migrated, without a shop. */
  empty(): Promise<Database>;
  /** Nobody may be connected to the original. */
  copy(original: Database): Promise<Database>;
  /** Ends whatever is still connected. */
  drop(database: Database): Promise<void>;
  stop(): Promise<void>;
};

/** Uses the server of DATABASE_URL where one is set; its role must be allowed to create databases. */
export async function startDatabases(): Promise<Databases> {
  const server = await benchServer(process.env['DATABASE_URL']);
  const named = (name: string): Database => ({ name, url: inDatabase(server.url, name) });
  const template = named(await createDatabase(server.url, 'sixth_bench'));
  try {
    await migrate(template.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const copy = async ({ name }: Database) => named(await cloneDatabase(server.url, name));
  const drop = ({ name }: Database) => dropDatabase(server.url, name);
  const stop = () => drop(template).finally(server.stop);
  const [row] = await query<{ version: string }>(
    template,
    `select current_setting('server_version') as version`,
  );
  return { version: row?.version ?? 'unknown', empty: () => copy(template), copy, drop, stop };
}

async function benchServer(given: string | undefined): Promise<{ url: string; stop(): Promise<void> }> {
  if (given) return { url: given, stop: () => Promise.resolve() };
  const folder = await mkdtemp(path.join(tmpdir(), 'sixth-bench-'));
  const server = await startPostgres({ dataDir: path.join(folder, 'data'), fsync: true });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

/** Over a connection of its own, so that none is left open. */
export async function withClient<T>(database: Database, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

export function query<R extends pg.QueryResultRow>(database: Database, text: string): Promise<R[]> {
  return withClient(database, async (client) => (await client.query<R>(text)).rows);
}
