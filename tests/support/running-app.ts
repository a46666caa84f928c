// The whole product for a browser test: a database of its own, local Shopify, web and worker on free ports.
import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { closePrisma } from '#app/db/client.server.ts';
import { closePool } from '#app/db/pool.server.ts';
import { embeddedAppUrl } from '#tests/local-shopify/admin/app-url.ts';
import type { LocalShopify, Urls } from '#tests/local-shopify/shop/local-shopify.ts';
import type { ShopSetup } from '#tests/local-shopify/shop/types.ts';
import { startLocalShopify } from '#tests/local-shopify/start.ts';
import { startWeb, startWorker } from './app-process.ts';
import { testDatabase } from './database.ts';

const CREDENTIALS = { apiKey: 'browser-key', apiSecret: 'browser-secret' };
/** Without an ordinary browser's name the app takes us for a bot. */
const HEADERS = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 Chrome/153.0.0.0 Safari/537.36',
};

export type RunningApp = {
  shopify: LocalShopify;
  urls: Urls;
  /** What web and worker logged as errors. */
  problems(): string[];
  /** Stops everything; then the ledger is checked and the database dropped. */
  stop(): Promise<void>;
};

/** Opens the app once, as a merchant does, so that it is installed in the first shop. */
export async function startApp(setup: ShopSetup): Promise<RunningApp> {
  const database = await testDatabase();
  let target: string | null = null;
  const local = await startLocalShopify({ ...CREDENTIALS, shops: [setup], appTarget: () => target });
  const environment = {
    ...CREDENTIALS,
    databaseUrl: database.url,
    appUrl: local.urls.tunnel,
    shopifyUrl: local.urls.admin,
    sessionKey: randomBytes(32).toString('base64'),
  };
  // Use cases called by the test itself reach the same database.
  Object.assign(process.env, { DATABASE_URL: database.url, SHOPIFY_APP_URL: local.urls.tunnel });
  Object.assign(process.env, {
    SHOPIFY_API_KEY: CREDENTIALS.apiKey,
    SHOPIFY_API_SECRET: CREDENTIALS.apiSecret,
  });
  const web = await startWeb(environment);
  target = `http://127.0.0.1:${web.port}`;
  const worker = startWorker(environment);
  const stop = async () => {
    await local.stop();
    await Promise.all([web.stop(), worker.stop(), closePool(), closePrisma()]);
    await database.drop();
  };
  await openOnce(local.shopify, setup.domain);
  return {
    shopify: local.shopify,
    urls: local.urls,
    problems: () => [...web.problems, ...worker.problems],
    stop,
  };
}

async function openOnce(shopify: LocalShopify, domain: string): Promise<void> {
  const answer = await fetch(await embeddedAppUrl(shopify, domain, 'en'), { headers: HEADERS });
  const text = await answer.text();
  if (!answer.ok)
    throw new Error(`the app answers ${answer.status} when it is opened: ${text.slice(0, 300)}`);
}
