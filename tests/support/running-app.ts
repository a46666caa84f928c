// The whole product for a browser test: a database of its own, local Shopify with the demo's shop, the app installed.
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { closePrisma } from '#app/db/client.server.ts';
import { closePool } from '#app/db/pool.server.ts';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { startSystem } from '#tests/demo/system.ts';
import type { System } from '#tests/demo/system.ts';
import { testDatabase } from './database.ts';
import { earnFromTheStart } from './earn-from-the-start.ts';

/** Pino's number for errors; fatal is above. */
const ERROR_LEVEL = 50;

export type RunningApp = Pick<System, 'shopify' | 'urls'> & {
  databaseUrl: string;
  /** Lines that web and worker logged as errors, or wrote without being JSON. */
  problems(): Promise<string[]>;
  /** Stops everything; then the ledger is checked and the database dropped. */
  stop(): Promise<void>;
};

/**
 * Needs the app's build. Orders earn points, but for a shop that stays as its install left it. What was started before a part fails is stopped again.
 */
export async function startApp({ asInstalled = false } = {}): Promise<RunningApp> {
  const started: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    return { ...(await startParts(started, asInstalled)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(
  started: (() => Promise<void>)[],
  asInstalled: boolean,
): Promise<Omit<RunningApp, 'stop'>> {
  const database = await testDatabase();
  started.push(database.drop, closePool, closePrisma);
  const logFolder = await mkdtemp(path.join(tmpdir(), 'sixth-browser-'));
  started.push(() => rm(logFolder, { recursive: true, force: true }));
  const system = await startSystem({
    databaseUrl: database.url,
    shop: coffeeRoaster(),
    apiKey: 'browser-key',
    apiSecret: 'browser-secret',
    sessionKey: randomBytes(32).toString('base64'),
    logFolder,
    clockFile: path.join(logFolder, 'clock'),
  });
  started.push(system.stop);
  // Use cases that the test itself calls reach the same database.
  Object.assign(process.env, system.appEnv, { LOG_LEVEL: 'silent' });
  await system.openApp();
  if (!asInstalled) await earnFromTheStart(system.shopify.firstShop.domain);
  const problems = () => readProblems(logFolder);
  return { shopify: system.shopify, urls: system.urls, databaseUrl: database.url, problems };
}

async function readProblems(logFolder: string): Promise<string[]> {
  const logs = ['web', 'worker'].map((name) => readFile(path.join(logFolder, `${name}.log`), 'utf8'));
  const lines = (await Promise.all(logs)).flatMap((log) => log.split('\n'));
  return lines.filter((line) => line !== '' && isProblem(line));
}

function isProblem(line: string): boolean {
  if (!line.startsWith('{')) return true;
  const { level } = JSON.parse(line) as { level?: number };
  return level === undefined || level >= ERROR_LEVEL;
}
