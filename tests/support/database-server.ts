// Vitest's global setup of everything that needs a database: one server, one migrated template, cloned per file.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../prisma/migrate.ts';
import { createDatabase, dropDatabase, inDatabase } from '#tests/tools/create-database.ts';
import { startPostgres } from '#tests/tools/postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server's address, and the name of the migrated database to clone there. */
    databaseServer: { url: string; template: string };
  }
}

/** Uses the server of DATABASE_URL where one is set; its role must be allowed to create databases. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer(process.env['DATABASE_URL']);
  try {
    const template = await createDatabase(server.url, 'sixth_template');
    project.provide('databaseServer', { url: server.url, template });
    await migrate(inDatabase(server.url, template));
    return () => dropDatabase(server.url, template).finally(server.stop);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function testServer(given: string | undefined): Promise<{ url: string; stop(): Promise<void> }> {
  if (given) return { url: given, stop: () => Promise.resolve() };
  const folder = await mkdtemp(path.join(tmpdir(), 'sixth-test-'));
  const server = await startPostgres({ dataDir: path.join(folder, 'data'), fsync: false });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}
