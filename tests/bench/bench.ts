// What every part is given: databases, shops in one of them, the app's environment, and a folder for logs.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { closePool } from '#app/db/pool.server.ts';
import { installedShop, type TestShop } from '#tests/support/shops.ts';
import { startDatabases, type Database, type Databases } from './databases.ts';
import type { Figure } from './figures.ts';

export const SHOPS = 50;
/** Of the parts that take longest; fewer tell whether a part runs, and nothing more. */
export const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
export const CREDENTIALS = { apiKey: 'bench-key', apiSecret: 'bench-secret' };

export type Bench = {
  databases: Databases;
  logFolder: string;
  /** Fifty shops with a program and a stamp card, in the database that the app's code reaches from this process. */
  planted(): Promise<{ database: Database; shops: TestShop[] }>;
  /** Tells whoever watches; never on stdout. */
  say(text: string): void;
  /** Left to be done before the databases stop. */
  ending: (() => Promise<void>)[];
  stop(): Promise<void>;
};

export type Part = (bench: Bench) => Promise<Figure[]>;

/** What web and worker are given, beside what this process has. */
export function appEnvironment(
  { url }: Database,
  appUrl = 'https://app.example.com',
): Record<string, string> {
  return {
    DATABASE_URL: url,
    SHOPIFY_API_KEY: CREDENTIALS.apiKey,
    SHOPIFY_API_SECRET: CREDENTIALS.apiSecret,
    SHOPIFY_APP_URL: appUrl,
    SESSION_KEY: Buffer.alloc(32, 'bench').toString('base64'),
    PORT: '0',
    LOG_LEVEL: 'info',
    NODE_ENV: 'production',
  };
}

export async function openBench(): Promise<Bench> {
  const databases = await startDatabases();
  const logFolder = await mkdtemp(path.join(tmpdir(), 'sixth-bench-logs-'));
  let planting: ReturnType<Bench['planted']> | undefined;
  const ending: (() => Promise<void>)[] = [];
  const stop = async () => {
    await closePool();
    for (const end of ending.reverse()) await end();
    if (planting) await databases.drop((await planting).database);
    await databases.stop();
    await rm(logFolder, { recursive: true, force: true });
  };
  const planted = () => (planting ??= plant(databases));
  const say = (text: string) => void process.stderr.write(`${text}\n`);
  return { databases, logFolder, planted, say, ending, stop };
}

async function plant(databases: Databases): Promise<{ database: Database; shops: TestShop[] }> {
  const database = await databases.empty();
  Object.assign(process.env, appEnvironment(database), { LOG_LEVEL: 'warn' });
  const shops: TestShop[] = [];
  for (let index = 0; index < SHOPS; index += 1) {
    shops.push(await installedShop({ domain: `bench-${index}.myshopify.com` }));
  }
  // A database that somebody is connected to can't be copied.
  await closePool();
  return { database, shops };
}
