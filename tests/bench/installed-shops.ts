// Fifty shops whose merchants have opened the app, made once a run: Local Shopify installs them, and leaves a database that
// each part copies. From there on the bare Shopify answers.
import path from 'node:path';
import { startAppProcess } from '#tests/demo/app-process.ts';
import { startBareShopify, type BareShopify } from './bare-shopify-process.ts';
import { appEnvironment, SHOPS, type Bench } from './bench.ts';
import type { Database } from './databases.ts';
import { startShops } from './running-shops.ts';

type Installed = { database: Database; domains: string[] };

const installing = new WeakMap<Bench, Promise<Installed>>();

function installed(bench: Bench): Promise<Installed> {
  const found = installing.get(bench) ?? install(bench);
  installing.set(bench, found);
  return found;
}

async function install(bench: Bench): Promise<Installed> {
  const running = await startShops(bench, 'installed', SHOPS);
  const { database } = running;
  await running.leave();
  bench.ending.push(() => bench.databases.drop(database));
  return { database, domains: running.shops.map(({ domain }) => domain) };
}

export type RunningApp = {
  database: Database;
  domains: string[];
  shopify: BareShopify;
  /** Addresses of the web processes. */
  webs: string[];
  logFolder: string;
  stop(): Promise<void>;
};

export type Processes = { webs: number; workers: number };
export const ONE_OF_EACH: Processes = { webs: 1, workers: 1 };

/** Web and worker on the installed shops. @param name of the folder that keeps the processes' logs */
export async function startApp(bench: Bench, name: string, processes = ONE_OF_EACH): Promise<RunningApp> {
  const { database: original, domains } = await installed(bench);
  const database = await bench.databases.copy(original);
  const logFolder = path.join(bench.logFolder, name);
  const ending = [() => bench.databases.drop(database)];
  const stop = async () => {
    for (const end of ending.splice(0).reverse()) await end();
  };
  try {
    const shopify = await startBareShopify(logFolder);
    ending.push(shopify.stop);
    const webs: string[] = [];
    const start = async (kind: 'web' | 'worker', index: number) => {
      const started = await startAppProcess({
        name: kind,
        env: appEnvironment(database),
        localShopifyUrl: shopify.url,
        logFolder: path.join(logFolder, String(index)),
      });
      ending.push(started.stop);
      if (kind === 'web') webs.push(`http://127.0.0.1:${started.ready.port}`);
    };
    for (let index = 0; index < processes.webs; index += 1) await start('web', index);
    for (let index = 0; index < processes.workers; index += 1) await start('worker', index);
    return { database, domains, shopify, webs, logFolder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
