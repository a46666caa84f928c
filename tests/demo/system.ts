// The whole of it on one machine: local Shopify, and the app's web and worker behind its tunnel. For the demo and for
// browser tests.
import process from 'node:process';
import type { ShopSetup } from '#tests/local-shopify/shop/types.ts';
import { startLocalShopify } from '#tests/local-shopify/start.ts';
import type { Ports, Started } from '#tests/local-shopify/start.ts';
import { embeddedAppUrl } from '#tests/local-shopify/admin/app-url.ts';
import { MovableClock } from '#tests/local-shopify/clock/movable-clock.ts';
import { runDueJobs } from './run-due-jobs.ts';
import { startAppProcess } from './app-process.ts';
import type { AppProcess } from './app-process.ts';

export type SystemOptions = {
  /** Migrated. */
  databaseUrl: string;
  shop: ShopSetup;
  apiKey: string;
  apiSecret: string;
  /** 32 bytes in base64. */
  sessionKey: string;
  logFolder: string;
  /** Where the moved clock is kept. */
  clockFile: string;
  /** Any free ones by default. */
  ports?: Ports;
  /** Of the app; `info`, or what LOG_LEVEL says, when absent. */
  logLevel?: 'trace';
};

export type System = Omit<Started, 'stop'> & {
  /** What web and worker were given. */
  appEnv: Record<string, string>;
  /** Opens the app as the merchant does from Shopify's admin, which installs it the first time. */
  openApp(): Promise<void>;
  /** Rejects when web or worker end. */
  ended: Promise<never>;
  stop(): Promise<void>;
};

/** Needs the app's build. @throws Error of one line when a part doesn't start; the others are stopped then. */
export async function startSystem(options: SystemOptions): Promise<System> {
  let web: AppProcess | undefined;
  const movable = await MovableClock.open(options.clockFile);
  const local = await startLocalShopify({
    ...(options.ports ? { ports: options.ports } : {}),
    movable,
    onMoved: () => runDueJobs(options.databaseUrl),
    databaseUrl: options.databaseUrl,
    apiKey: options.apiKey,
    apiSecret: options.apiSecret,
    shops: [options.shop],
    appTarget: () => (web ? `http://127.0.0.1:${web.ready.port}` : null),
  });
  const appEnv = appEnvironment(options, local.urls.tunnel);
  const started: AppProcess[] = [];
  const stop = async () => {
    await Promise.all(started.map((one) => one.stop()));
    await local.stop();
  };
  try {
    const { logFolder } = options;
    const common = { env: appEnv, localShopifyUrl: local.urls.admin, clockFile: movable.file, logFolder };
    const both = (['web', 'worker'] as const).map((name) => startAppProcess({ name, ...common }));
    for (const one of await Promise.allSettled(both)) if (one.status === 'fulfilled') started.push(one.value);
    // The one that didn't start says why.
    [web] = await Promise.all(both);
  } catch (error) {
    await stop();
    throw error;
  }
  const ended = Promise.race(started.map((one) => one.ended));
  ended.catch(() => undefined);
  return { ...local, appEnv, openApp: () => openApp(local, options.shop.domain), ended, stop };
}

function appEnvironment(options: SystemOptions, tunnel: string): Record<string, string> {
  return {
    DATABASE_URL: options.databaseUrl,
    SHOPIFY_API_KEY: options.apiKey,
    SHOPIFY_API_SECRET: options.apiSecret,
    SHOPIFY_APP_URL: tunnel,
    SESSION_KEY: options.sessionKey,
    PORT: '0',
    // The worker says that it is ready at this level.
    LOG_LEVEL: options.logLevel ?? (process.env['LOG_LEVEL'] === 'debug' ? 'debug' : 'info'),
    NODE_ENV: 'production',
  };
}

async function openApp({ shopify }: Started, domain: string): Promise<void> {
  const url = await embeddedAppUrl(shopify, domain, 'en');
  const userAgent =
    'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36';
  const response = await fetch(url, { headers: { 'user-agent': userAgent, accept: 'text/html' } });
  const page = await response.text();
  if (!response.ok) throw new Error(`The app did not open (${response.status}): ${page.slice(0, 200)}`);
}
