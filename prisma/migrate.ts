// Brings a database to the present schema: our tables by Prisma, the queue's by graphile-worker, then our functions.
// `npm run migrate` does it to DATABASE_URL.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { applyFunctions } from './apply-functions.ts';
import { repeatInterrupted } from './repeat-interrupted.ts';

const root = path.resolve(import.meta.dirname, '..');
const oldestServer = 15;
const patience = 12;
const waits = /advisory lock|P3009/;
const done = /have been successfully applied|No pending migrations/;

/**
 * Applies every pending migration, and the functions anew. Safe to run twice, by several machines at once,
 * and where an earlier run was killed.
 * @throws Error of one line when the database can't be reached, is too old, or refuses a migration.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  await checkServer(databaseUrl);
  await deploy(databaseUrl);
  await runMigrations({ connectionString: databaseUrl });
  await connected(databaseUrl, applyFunctions);
}

async function checkServer(databaseUrl: string): Promise<void> {
  await connected(databaseUrl, async (client) => {
    const { rows } = await client.query<{ version: string }>(
      "select current_setting('server_version') version",
    );
    const version = rows[0]?.version ?? 'unknown';
    if (!(Number.parseInt(version, 10) >= oldestServer)) {
      throw new Error(`The database is PostgreSQL ${version}; Sixth needs ${oldestServer} or newer.`);
    }
  });
}

/** Closing the connection takes back what an error left open. */
async function connected(databaseUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = await connect(databaseUrl);
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  try {
    const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
    await client.connect();
    return client;
  } catch (cause) {
    throw new Error(`The database of DATABASE_URL can't be reached: ${reason(cause)}`, { cause });
  }
}

/** Connection errors of a name with several addresses hide their reasons one level deeper. */
function reason(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reason).join(', ');
  return cause instanceof Error ? cause.message : String(cause);
}

/** Another machine that is migrating holds a lock, for which Prisma waits ten seconds only; or it died over it meanwhile. */
async function deploy(databaseUrl: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await connected(databaseUrl, repeatInterrupted);
    const output = await runDeploy(databaseUrl);
    if (done.test(output)) return;
    if (attempt === patience || !waits.test(output)) throw new Error(refusal(output));
  }
}

/** @returns what Prisma said until it was done, or gave up. */
function runDeploy(databaseUrl: string): Promise<string> {
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
  const quiet = { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' };
  const env = { ...process.env, ...quiet, DATABASE_URL: databaseUrl };
  const child = spawn(process.execPath, [cli, 'migrate', 'deploy'], { cwd: root, env });
  let output = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      // Prisma idles ten seconds after its work, whatever its pool is told.
      if (done.test(output)) child.kill('SIGKILL');
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('close', () => resolve(output));
  });
}

/** Prisma's words from its first error on, as one line. */
function refusal(output: string): string {
  const [said = ''] = output.slice(Math.max(0, output.search(/^\s*Error:/m))).split(/^\s*0: /m);
  return `The database can't be migrated: ${said.replaceAll(/\s+/g, ' ').trim() || 'no reason given'}`;
}

async function main(): Promise<void> {
  const databaseUrl = process.env['DATABASE_URL'];
  if (!databaseUrl) throw new Error('DATABASE_URL is not set.');
  await migrate(databaseUrl);
  process.stdout.write('The database is up to date.\n');
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${reason(error)}\n`);
    process.exitCode = 1;
  }
}
