// Shops that have really installed the app: local Shopify in this process, in memory; web and worker as processes.
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { embeddedAppUrl } from '#tests/local-shopify/admin/app-url.ts';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { startAppProcess, type AppProcess } from '#tests/demo/app-process.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { startLocalShopify, type Started } from '#tests/local-shopify/start.ts';
import { appEnvironment, CREDENTIALS, type Bench } from './bench.ts';
import { letOrdersEarn } from '#tests/support/earn-from-the-start.ts';
import { query, withClient, type Database } from './databases.ts';

const SETTLE_LIMIT_MS = 60_000;
const USER_AGENT = 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0';

export type RunningShops = {
  shopify: LocalShopify;
  database: Database;
  shops: LocalShop[];
  /** The tunnel's address, for browsers: it exchanges App Bridge for the stand-in. */
  outside: string;
  /** Ends all processes; the database stays as it is. */
  leave(): Promise<void>;
  /** Nothing stays. */
  stop(): Promise<void>;
};

/** @param name of the folder that keeps the processes' logs */
export async function startShops(bench: Bench, name: string, count: number): Promise<RunningShops> {
  const database = await bench.databases.empty();
  const ending: (() => Promise<void>)[] = [];
  const leave = async () => {
    for (const end of ending.splice(0).reverse()) await end();
  };
  const stop = async () => {
    await leave();
    await bench.databases.drop(database);
  };
  try {
    return { database, ...(await startParts(bench, { name, count, database }, ending)), leave, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Wanted = { name: string; count: number; database: Database };

async function startParts(bench: Bench, { name, count, database }: Wanted, ending: (() => Promise<void>)[]) {
  let web: AppProcess | null = null;
  const local = await startLocalShopify({
    ...CREDENTIALS,
    shops: Array.from({ length: count }, (_, index) =>
      coffeeRoaster({ domain: `${name}-${index}.myshopify.com`, index }),
    ),
    appTarget: () => (web ? `http://127.0.0.1:${web.ready.port}` : null),
  });
  ending.push(local.stop);
  const logFolder = path.join(bench.logFolder, name);
  const common = {
    env: appEnvironment(database, local.urls.tunnel),
    localShopifyUrl: local.urls.admin,
    logFolder,
  };
  web = await startAppProcess({ name: 'web', ...common });
  ending.push(web.stop);
  const worker = await startAppProcess({ name: 'worker', ...common });
  ending.push(worker.stop);
  const shops = [...local.shopify.shops.values()];
  for (const { domain } of shops) await openApp(local, domain);
  await withClient(database, async (client) => {
    await client.query('begin');
    for (const { domain } of shops) await letOrdersEarn(client, domain);
    await client.query('commit');
  });
  await untilIdle(database);
  // From here on the tunnel would only be a second server in this process: webhooks go straight to the app.
  const outside = local.shopify.urls.tunnel;
  local.shopify.urls.tunnel = `http://127.0.0.1:${web.ready.port}`;
  return { shopify: local.shopify, shops, outside };
}

/** Opens the app as the merchant does, which installs it. */
async function openApp({ shopify }: Started, domain: string): Promise<void> {
  const url = await embeddedAppUrl(shopify, domain, 'en');
  const response = await fetch(url, { headers: { 'user-agent': USER_AGENT, accept: 'text/html' } });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`The app did not open for ${domain}: ${response.status}`);
}

/** Until the worker has nothing left to do. */
export async function untilIdle(database: Database): Promise<void> {
  for (let waitedMs = 0; waitedMs < SETTLE_LIMIT_MS; waitedMs += 100) {
    const [row] = await query<{ jobs: string }>(
      database,
      'select count(*) as jobs from graphile_worker.jobs',
    );
    if (row?.jobs === '0') return;
    await sleep(100);
  }
  throw new Error(`The worker did not come to rest within ${SETTLE_LIMIT_MS} ms.`);
}
