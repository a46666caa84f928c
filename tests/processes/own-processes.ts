// Web and workers with a PostgreSQL of their own, which may be stopped, and a planted shop that Shopify knows nothing of:
// what becomes of its orders in the ledger needs nobody else.
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { closePool } from '#app/db/pool.server.ts';
import { startAppProcess, type AppProcess } from '#tests/demo/app-process.ts';
import { startPostgres, type Postgres } from '#tests/tools/postgres.ts';
import { plantShop } from '#tests/webhooks/plant-shop.ts';
import { webhookSignature } from '#tests/local-shopify/webhooks/webhook-signature.ts';
import { migrate } from '../../prisma/migrate.ts';

const SECRET = 'secret-of-the-processes';
const SHOP = 'processes.myshopify.com';

export type OwnProcesses = {
  databaseUrl: string;
  shopId: number;
  start(name: 'web' | 'worker', env?: Record<string, string>): Promise<AppProcess>;
  /** Stops the server and starts it again, at the same address. */
  restartDatabase(): Promise<void>;
  /** Lines of all logs so far. */
  logged(): Promise<string[]>;
  ask<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
};

export async function ownProcesses(): Promise<OwnProcesses> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sixth-processes-'));
  const dataDir = path.join(folder, 'data');
  let server: Postgres = await startPostgres({ dataDir, fsync: false });
  const { url: databaseUrl, port } = server;
  await migrate(databaseUrl);
  const env = environment(databaseUrl);
  Object.assign(process.env, env);
  const shopId = await plantShop(SHOP);
  await closePool();
  const started: AppProcess[] = [];
  const logFolders: string[] = [];
  return {
    databaseUrl,
    shopId,
    start: async (name, more = {}) => {
      const logFolder = path.join(folder, String(logFolders.length));
      logFolders.push(logFolder);
      const options = { name, logFolder, localShopifyUrl: 'http://127.0.0.1:9' };
      const one = await startAppProcess({ ...options, env: { ...env, ...more } });
      started.push(one);
      return one;
    },
    restartDatabase: async () => {
      await server.stop();
      server = await startPostgres({ dataDir, port, fsync: false });
    },
    logged: async () => (await Promise.all(logFolders.map(linesIn))).flat(),
    ask: (text, values) => askOnce(databaseUrl, text, values),
    stop: async () => {
      await Promise.all([...started.map((one) => one.stop()), closePool()]);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function environment(databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    SHOPIFY_API_KEY: 'processes-key',
    SHOPIFY_API_SECRET: SECRET,
    SHOPIFY_APP_URL: 'https://sixth.example',
    SESSION_KEY: randomBytes(32).toString('base64'),
    NODE_ENV: 'production',
    PORT: '0',
    LOG_LEVEL: 'info',
  };
}

async function linesIn(folder: string): Promise<string[]> {
  const files = await Promise.all(
    ['web', 'worker'].map((name) => readFile(path.join(folder, `${name}.log`), 'utf8').catch(() => '')),
  );
  return files.flatMap((text) => text.split('\n')).filter((line) => line !== '');
}

/** On a connection of its own, which no restart of the server finds idle. */
async function askOnce<Row extends pg.QueryResultRow>(
  connectionString: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** The headers of an order's webhook, as Shopify signs it. */
export function orderHeaders(body: string, webhookId: string): Record<string, string> {
  return {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'x-shopify-topic': 'orders/paid',
    'x-shopify-hmac-sha256': webhookSignature(body, SECRET),
    'x-shopify-shop-domain': SHOP,
    'x-shopify-webhook-id': webhookId,
    'x-shopify-triggered-at': '2026-11-21T09:30:00.123456789Z',
    'x-shopify-api-version': '2026-10',
  };
}
