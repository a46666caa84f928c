// Puts the functions of prisma/functions into a migrated database. Safe to repeat; see the README there.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';

const folder = path.join(import.meta.dirname, 'functions');
const migrations = path.join(import.meta.dirname, 'migrations');

/** Replacing one function twice at once fails ("tuple concurrently updated"): one machine after the other. */
const LOCK = 'select pg_advisory_xact_lock(6006006)';

/** Migrations of a release that is newer than this one. */
const UNKNOWN = 'select 1 from _prisma_migrations where migration_name <> all($1) limit 1';

/** Either all functions are as in the folder afterwards, or none was changed. */
export async function applyFunctions(client: pg.Client): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  await client.query('begin');
  await client.query(LOCK);
  const newer = await client.query(UNKNOWN, [await readdir(migrations)]);
  if (newer.rows.length === 0) {
    for (const file of files) await client.query(await readFile(path.join(folder, file), 'utf8'));
  }
  await client.query('commit');
}
