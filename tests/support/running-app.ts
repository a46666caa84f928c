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
import type { AppEnvironment } from './app-process.ts';
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

/** Opens the app once, as a merchant does, so that it is installed in the shop. What fails to start leaves nothing behind. */
export async function startApp(setup: ShopSetup): Promise<RunningApp> {
  const started: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    return { ...(await startParts(setup, started)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(
  setup: ShopSetup,
  started: (() => Promise<void>)[],
): Promise<Omit<RunningApp, 'stop'>> {
  const database = await testDatabase();
  started.push(database.drop, closePool, closePrisma);
  let target: string | null = null;
  const local = await startLocalShopify({ ...CREDENTIALS, shops: [setup], appTarget: () => target });
  started.push(local.stop);
  const environment = environmentOf(database.url, local.urls);
  pointUseCasesAt(environment);
  const worker = startWorker(environment);
  started.push(worker.stop);
  const web = await startWeb(environment);
  started.push(web.stop);
  target = `http://127.0.0.1:${web.port}`;
  await openOnce(local.shopify, setup.domain);
  const problems = () => [...web.problems, ...worker.problems];
  return { shopify: local.shopify, urls: local.urls, problems };
}

function environmentOf(databaseUrl: string, urls: Urls): AppEnvironment {
  const sessionKey = randomBytes(32).toString('base64');
  return { ...CREDENTIALS, databaseUrl, appUrl: urls.tunnel, shopifyUrl: urls.admin, sessionKey };
}

/** Those that the test itself calls reach the same database. */
function pointUseCasesAt(environment: AppEnvironment): void {
  Object.assign(process.env, {
    DATABASE_URL: environment.databaseUrl,
    SHOPIFY_APP_URL: environment.appUrl,
    SHOPIFY_API_KEY: environment.apiKey,
    SHOPIFY_API_SECRET: environment.apiSecret,
  });
}

async function openOnce(shopify: LocalShopify, domain: string): Promise<void> {
  const answer = await fetch(await embeddedAppUrl(shopify, domain, 'en'), { headers: HEADERS });
  const text = await answer.text();
  if (!answer.ok)
    throw new Error(`the app answers ${answer.status} when it is opened: ${text.slice(0, 300)}`);
}
