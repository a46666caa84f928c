// The demo's database: embedded, kept in the demo's folder, or the reader's own server.
import path from 'node:path';
import { startPostgres } from '#tests/tools/postgres.ts';
import { migrate } from '../../prisma/migrate.ts';
import type { DemoSettings } from './settings.ts';

export type DemoDatabase = { url: string; stop(): Promise<void> };

/** @throws Error of one line when it can't be started, reached or migrated. */
export async function startDatabase({ databaseUrl, folder }: DemoSettings): Promise<DemoDatabase> {
  const database = databaseUrl
    ? { url: databaseUrl, stop: () => Promise.resolve() }
    : await startPostgres({ dataDir: path.join(folder, 'postgres'), lastMoment: false });
  try {
    await migrate(database.url);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}
