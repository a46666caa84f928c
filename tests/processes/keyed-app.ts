// Web and worker as processes that are stopped and started with other keys, over one database and one Shopify with several
// shops whose clock can be moved.
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startAppProcess, type AppProcess } from '#tests/demo/app-process.ts';
import { runDueJobs } from '#tests/demo/run-due-jobs.ts';
import { waitForJobs } from '#tests/demo/wait-for-jobs.ts';
import { embeddedAppUrl } from '#tests/local-shopify/admin/app-url.ts';
import { MovableClock } from '#tests/local-shopify/clock/movable-clock.ts';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { startLocalShopify } from '#tests/local-shopify/start.ts';
import { testDatabase } from '#tests/support/database.ts';
import { letOrdersEarn } from '#tests/support/earn-from-the-start.ts';

const HOUR_MS = 60 * 60_000;
const BROWSER =
  'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36';
export const SECRET = 'the secret at first';

/** Variables of the environment beside those that never change. */
export type Keys = Readonly<Record<string, string>>;

export type Visit = { status: number; page: string };

export type KeyedApp = {
  shopify: LocalShopify;
  databaseUrl: string;
  domains: readonly string[];
  /** Stops what runs, and starts web and worker with these keys. */
  start(keys: Keys): Promise<void>;
  ask<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]>;
  /** As a crash: nothing is told to it. Resolves once it has ended. */
  kill(name: 'web' | 'worker'): Promise<void>;
  /** Starts what was killed, with the keys of before. */
  revive(): Promise<void>;
  /** A paid coffee in each shop; its webhooks have been tried when this returns. */
  buyEverywhere(): Promise<void>;
  /** Every access token comes to its end, and whatever an hour brings is due, as often as in an hour. */
  hourPasses(): Promise<void>;
  /** Opens the app. A shop that installs it by that earns points from then on. */
  visit(domain: string): Promise<Visit>;
  /** Until nothing is left to do for any shop. */
  settled(): Promise<void>;
  logOf(name: 'web' | 'worker'): Promise<Record<string, unknown>[]>;
  /** What the processes were given last, for use cases and commands that the test itself runs. */
  env(): Readonly<Record<string, string>>;
  /** Stops what runs, and leaves the database alone meanwhile. */
  whileStopped<T>(work: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
};

export const newKey = (): string => randomBytes(32).toString('base64');

/** `count` shops that Shopify knows; none has opened the app. Needs the app's build. */
export async function keyedApp(count: number): Promise<KeyedApp> {
  const database = await testDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'sixth-keys-'));
  const movable = await MovableClock.open(path.join(folder, 'clock'));
  const domains = Array.from({ length: count }, (_, index) => `roaster-${index}.myshopify.com`);
  let [web, worker]: [AppProcess | null, AppProcess | null] = [null, null];
  const local = await startLocalShopify({
    apiKey: 'key',
    apiSecret: SECRET,
    shops: domains.map((domain, index) => coffeeRoaster({ domain, index })),
    appTarget: () => (web ? `http://127.0.0.1:${web.ready.port}` : null),
    movable,
    retriesMs: [],
  });
  const connect = async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    return client;
  };
  let client = await connect();
  let given: Record<string, string> = {};
  const { shopify } = local;

  const stopProcesses = async () => {
    await Promise.all([web?.stop(), worker?.stop()]);
    [web, worker] = [null, null];
  };
  const start = async (keys: Keys) => {
    await stopProcesses();
    const env = {
      DATABASE_URL: database.url,
      SHOPIFY_API_KEY: 'key',
      SHOPIFY_APP_URL: local.urls.tunnel,
      PORT: '0',
      STOP_DELAY_SECONDS: '0',
      LOG_LEVEL: 'info',
      NODE_ENV: 'production',
      ...{ SHOPIFY_API_SECRET: SECRET, SHOPIFY_API_SECRET_OLD: '', SESSION_KEY_OLD: '' },
      ...keys,
    };
    given = env;
    await revive();
  };
  const revive = async () => {
    const common = { env: given, localShopifyUrl: local.urls.admin, clockFile: movable.file };
    web ??= await startAppProcess({ name: 'web', logFolder: folder, ...common });
    worker ??= await startAppProcess({ name: 'worker', logFolder: folder, ...common });
  };
  const earns = async (domain: string) => {
    await client.query('begin');
    await letOrdersEarn(client, domain);
    await client.query('commit');
  };
  const ask: KeyedApp['ask'] = async <Row extends pg.QueryResultRow>(statement: string) =>
    (await client.query<Row>(statement)).rows;

  return {
    shopify,
    databaseUrl: database.url,
    domains,
    start,
    revive,
    kill: async (name) => {
      await (name === 'web' ? web : worker)?.kill();
      if (name === 'web') web = null;
      else worker = null;
    },
    ask,
    buyEverywhere: async () => {
      for (const domain of domains) if (shopify.installation(domain)) await buy(shopify, domain);
      await shopify.webhooks.flush();
    },
    hourPasses: async () => {
      await shopify.moveClock(new Date(movable.now().getTime() + HOUR_MS));
      for (let round = 0; round < 5; round += 1) {
        await ask('update graphile_worker._private_jobs set run_at = now() where locked_at is null');
        await runDueJobs(database.url);
      }
    },
    visit: async (domain) => {
      const url = await embeddedAppUrl(shopify, domain, 'en', '/app');
      const answer = await fetch(url, { headers: { 'user-agent': BROWSER, accept: 'text/html' } });
      if (answer.ok) await earns(domain);
      return { status: answer.status, page: await answer.text() };
    },
    settled: async () => {
      const known = await ask<{ domain: string }>('select domain from "Shop" order by id');
      for (const { domain } of known) await waitForJobs(shopify, database.url, domain);
    },
    logOf: async (name) => {
      const lines = (await readFile(path.join(folder, `${name}.log`), 'utf8')).split('\n');
      return lines
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    env: () => given,
    whileStopped: async (work) => {
      await stopProcesses();
      await client.end();
      try {
        return await work();
      } finally {
        client = await connect();
      }
    },
    stop: async () => {
      await stopProcesses();
      await client.end();
      await local.stop();
      await rm(folder, { recursive: true, force: true });
      await database.drop();
    },
  };
}

async function buy(shopify: LocalShopify, domain: string): Promise<void> {
  const shop = shopify.shop(domain);
  const customerId = [...shop.customers.keys()][0] ?? '';
  const variantId = shop.products[0]?.variants[0]?.id ?? '';
  const lines = [{ variantId, quantity: 1 }];
  await shop.placeOrder({ customerId, lines, payment: 'paid', locale: 'en' });
}
