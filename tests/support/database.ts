// A database of its own for a test file: `const database = await testDatabase()`, `afterAll(database.drop)`.
import pg from 'pg';
import { inject } from 'vitest';
import { cloneDatabase, dropDatabase, inDatabase } from '#tests/tools/create-database.ts';
import { checkLedger } from './ledger-check.ts';

/** `drop` first checks the whole ledger, and throws where a cached number and its entries disagree. */
export type TestDatabase = { url: string; drop(): Promise<void> };

/** A fresh clone of the migrated template. Close your pools before `drop`. */
export async function testDatabase(): Promise<TestDatabase> {
  const { url: server, template } = inject('databaseServer');
  const name = await cloneDatabase(server, template);
  const url = inDatabase(server, name);
  const drop = async () => {
    try {
      await withPool(url, checkLedger);
    } finally {
      await dropDatabase(server, name);
    }
  };
  return { url, drop };
}

async function withPool(url: string, use: (pool: pg.Pool) => Promise<void>): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    await use(pool);
  } finally {
    await pool.end();
  }
}
