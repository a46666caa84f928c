// `npm run demo`: a shop, the app installed in it, customers with histories, and the addresses to look at.
// First, so that what this process itself asks Shopify for reaches the stand-in too.
import '#tests/local-shopify/preload.mjs';
import path from 'node:path';
import process from 'node:process';
import { closePrisma } from '#app/db/client.server.ts';
import { closePool } from '#app/db/pool.server.ts';
import { shiftDate } from '#tests/local-shopify/clock/shifted-date.ts';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { fill } from './fill.ts';
import { checkPorts } from './free-ports.ts';
import { introduction, runningDemo } from './introduce.ts';
import { onceOutlived } from './outlived.ts';
import { prepare } from './prepare.ts';
import { withProgress } from './progress.ts';
import { noteRunning } from './running-demo.ts';
import { sessionKey } from './session-key.ts';
import { demoSettings } from './settings.ts';
import type { DemoSettings } from './settings.ts';
import { startSystem } from './system.ts';
import type { System } from './system.ts';

/** What has been started, to be stopped the other way round. */
const started: (() => Promise<void>)[] = [];
let stopping: Promise<void> | null = null;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Ends the process; its children end with it even when this can't wait for them. */
function stop(exitCode: number): Promise<void> {
  stopping ??= stopAll()
    .catch((error: unknown) => {
      exitCode ||= 1;
      process.stderr.write(`Stopping failed: ${oneLine(error)}\n`);
    })
    .then(() => process.exit(exitCode));
  return stopping;
}

async function stopAll(): Promise<void> {
  for (const stopOne of started.splice(0).reverse()) await stopOne();
}

function oneLine(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function start(settings: DemoSettings): Promise<System> {
  const { shop: domain, folder, namesGranted } = settings;
  await checkPorts(settings.ports);
  const database = await prepare(settings, (stop) => started.push(stop));
  const system = await withProgress('Starting the app and local Shopify', () => run(settings, database.url));
  started.push(system.stop);
  Object.assign(system.shopify.shop(domain), { namesGranted, emailsGranted: namesGranted });
  system.ended.catch((error: unknown) => {
    if (!stopping) process.stderr.write(`${oneLine(error)}\n`);
    return stop(1);
  });
  beTheMerchant(system, path.join(folder, 'clock'));
  const { shopify } = system;
  const isOld = shopify.installation(domain) !== null && shopify.movable?.behindMs === 0;
  const filling = isOld ? 'Looking for what is due' : 'Living through three months';
  await withProgress(filling, () => fill(system, domain, database.url));
  return system;
}

/** Where web and worker leave what they compiled: the next start is quicker. */
const COMPILED = path.resolve(import.meta.dirname, '../../.cache/compiled');

async function run({ folder, shop, apiKey, apiSecret, ports }: DemoSettings, url: string): Promise<System> {
  process.env['NODE_COMPILE_CACHE'] ??= COMPILED;
  return startSystem({
    databaseUrl: url,
    shop: coffeeRoaster({ domain: shop }),
    apiKey,
    apiSecret,
    sessionKey: await sessionKey(folder),
    logFolder: path.join(folder, 'logs'),
    clockFile: path.join(folder, 'clock'),
    ports,
  });
}

/** What the merchant does is done here, by the app's use cases: in its environment, and at its time. */
function beTheMerchant({ appEnv, urls }: System, clockFile: string): void {
  Object.assign(process.env, appEnv, { LOCAL_SHOPIFY_URL: urls.admin });
  shiftDate(clockFile);
  started.push(async () => void (await Promise.all([closePrisma(), closePool()])));
}

async function checkAnswers(urls: string[]): Promise<void> {
  for (const url of urls) {
    const { status } = await fetch(url);
    if (status !== 200) throw new Error(`${url} answers ${status}.`);
  }
}

async function introduce(system: System, { folder, shop }: DemoSettings): Promise<void> {
  const { storefront, admin, tunnel } = system.urls;
  await checkAnswers([storefront, admin, `${admin}/apps/sixth`, `${tunnel}/health`]);
  const running = runningDemo(system, shop);
  started.push(await noteRunning(folder, running));
  say(introduction(system, shop, running));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping) process.exit(1);
    say('\nStopping. The next npm run demo finds its data.');
    void stop(0);
  });
}
onceOutlived(() => void stop(0));

try {
  const settings = demoSettings(process.env);
  await introduce(await start(settings), settings);
} catch (error) {
  if (!stopping) process.stderr.write(`${oneLine(error)}\n`);
  await stop(1);
}
