// The whole of it: a PostgreSQL, local Shopify with its shops in this process, web and worker processes, a bad network.
import { clockFile, timeFolder } from './shifted-time.ts';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { closePool } from '#app/db/pool.server.ts';
import { closePrisma } from '#app/db/client.server.ts';
import { MovableClock } from '#tests/local-shopify/clock/movable-clock.ts';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import type { ShopSetup } from '#tests/local-shopify/shop/types.ts';
import { startLocalShopify } from '#tests/local-shopify/start.ts';
import { earnFromTheStart } from '#tests/support/earn-from-the-start.ts';
import { Counts } from '../counts.ts';
import type { Options } from '../options.ts';
import { NO_RULES, ShopHistory } from '../shop-history.ts';
import { TortureDatabase } from './database.ts';
import { askByProxy } from './ask-by-proxy.ts';
import { Merchant } from './merchant.ts';
import { sellBefore } from './past-customers.ts';
import { Processes } from './processes.ts';
import { Shopper } from './shopper.ts';

const CREDENTIALS = { apiKey: 'torture-key', apiSecret: 'torture-secret' };
/** Shopify's eight, quicker: they outlast whatever we do to web and database. */
const RETRIES_MS = [300, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000];

export type World = {
  database: TortureDatabase;
  shopify: LocalShopify;
  processes: Processes;
  merchant: Merchant;
  shopper: Shopper;
  histories: ShopHistory[];
  clock: MovableClock;
  counts: Counts;
  stop(): Promise<void>;
};

/** The shops have installed the app, and no rules beyond the first ones. */
export async function startWorld(options: Options): Promise<World> {
  const ending: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of ending.splice(0).reverse()) await end();
  };
  try {
    return { ...(await startParts(options, ending)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(
  options: Options,
  ending: (() => Promise<unknown>)[],
): Promise<Omit<World, 'stop'>> {
  const database = await TortureDatabase.start();
  ending.push(() => database.stop());
  const logFolder = await mkdtemp(path.join(tmpdir(), 'sixth-torture-logs-'));
  for (const folder of [logFolder, timeFolder])
    ending.push(() => rm(folder, { recursive: true, force: true }));
  const { logs = logFolder } = options;
  const clock = await MovableClock.open(clockFile);
  const { shopify, urls, stop } = await startLocalShopify({
    ...CREDENTIALS,
    movable: clock,
    retriesMs: RETRIES_MS,
    appTarget: () => null,
    shops: Array.from({ length: options.shops }, (_, index) => shopOf(index)),
  });
  ending.push(stop);
  const env = environment(database.url);
  const counts = new Counts();
  const around = { env, localShopifyUrl: urls.admin, clockFile: clock.file, logFolder: logs, counts };
  const processes = new Processes(around, { web: options.webs, worker: options.workers });
  ending.push(() => processes.stop());
  await processes.start();
  // Straight to the app: the tunnel would be a second server in this process. Each delivery goes to the next web.
  let turn = 0;
  const address = () => processes.address((turn += 1));
  shopify.urls = { ...urls, get tunnel() { return address(); } }; // prettier-ignore
  Object.assign(process.env, env, { LOG_LEVEL: 'silent', LOCAL_SHOPIFY_URL: urls.admin });
  ending.push(closePool, closePrisma);
  const merchant = new Merchant(shopify, database);
  const shopper = new Shopper(askByProxy(shopify, address));
  const histories = [...shopify.shops.values()].map((shop) => new ShopHistory(shop, NO_RULES));
  for (const [index, history] of histories.entries()) {
    const { shop } = history;
    shop.unsettled = { ...shop.unsettled, usageLimit: index % 2 === 0 ? 'at-once' : 'late' };
    await sellBefore(history, options.seed + index);
    await merchant.openApp(shop.domain);
    await earnFromTheStart(shop.domain);
  }
  return { database, shopify, processes, merchant, shopper, histories, clock, counts };
}

/** Their days begin 25 hours apart, and one counts in whole units. */
const ZONES = ['Europe/Dublin', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns'] as const;

function shopOf(index: number): ShopSetup {
  const [timeZone, currency] = [ZONES[index % ZONES.length] ?? ZONES[0], index % 5 === 3 ? 'JPY' : 'EUR'];
  return coffeeRoaster({ domain: `torture-${index}.myshopify.com`, index, timeZone, currency });
}

function environment(databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    SHOPIFY_API_KEY: CREDENTIALS.apiKey,
    SHOPIFY_API_SECRET: CREDENTIALS.apiSecret,
    SHOPIFY_APP_URL: 'https://app.example.com',
    SESSION_KEY: randomBytes(32).toString('base64'),
    PORT: '0',
    LOG_LEVEL: 'info',
    NODE_ENV: 'production',
  };
}
