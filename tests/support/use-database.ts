// Gives a test file a database of its own, and points the app's configuration at it.
import { afterAll, beforeAll } from 'vitest';
import { closePrisma } from '#app/db/client.server.ts';
import { closePool } from '#app/db/pool.server.ts';
import { testDatabase, type TestDatabase } from './database.ts';

/** Call at the top of a test file. After its tests the whole ledger is checked. */
export function useDatabase(): void {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    Object.assign(process.env, {
      DATABASE_URL: database.url,
      SHOPIFY_API_KEY: 'test-key',
      SHOPIFY_API_SECRET: 'test-secret',
      SHOPIFY_APP_URL: 'https://sixth.example',
    });
  });
  afterAll(async () => {
    await closePool();
    await closePrisma();
    await database.drop();
  });
}
