// `npm run demo`: a shop, the app installed in it, customers with histories, and the addresses to look at.
// First, so that what this process itself asks Shopify for reaches the stand-in too.
import '#tests/local-shopify/preload.mjs';
import path from 'node:path';
import process from 'node:process';
import { closePrisma } from '#app/db/client.server.ts';
import { closePool } from '#app/db/pool.server.ts';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { buildApp, isBuilt } from '#tests/tools/build-app.ts';
import { birthdaysAhead } from './birthdays-ahead.ts';
import { startDatabase } from './database.ts';
import { checkPorts } from './free-ports.ts';
import { onceOutlived } from './outlived.ts';
import { publishBirthday } from './publish-birthday.ts';
import { publishCard } from './publish-card.ts';
import { firstVariant, seedOrders } from './seed.ts';
import { seedBirthDates } from './seed-birthdays.ts';
import { sampleWebhook } from './sample-webhook.ts';
import { sessionKey } from './session-key.ts';
import { demoSettings } from './settings.ts';
import type { DemoSettings } from './settings.ts';
import { waitForJobs } from './wait-for-jobs.ts';
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
  await checkPorts(settings.ports);
  say('Starting the database …');
  const database = await startDatabase(settings);
  started.push(database.stop);
  if (!isBuilt()) {
    say('Building the app …');
    await buildApp();
  }
  say('Starting the app and local Shopify …');
  const system = await startSystem({
    databaseUrl: database.url,
    shop: coffeeRoaster({ domain: settings.shop }),
    apiKey: settings.apiKey,
    apiSecret: settings.apiSecret,
    sessionKey: await sessionKey(settings.folder),
    logFolder: path.join(settings.folder, 'logs'),
    clockFile: path.join(settings.folder, 'clock'),
    ports: settings.ports,
  });
  started.push(system.stop);
  const { namesGranted } = settings;
  Object.assign(system.shopify.shop(settings.shop), { namesGranted, emailsGranted: namesGranted });
  system.ended.catch((error: unknown) => {
    if (!stopping) process.stderr.write(`${oneLine(error)}\n`);
    return stop(1);
  });
  await fill(system, settings.shop, database.url);
  return system;
}

/** Installs the app and gives the shop its history, where an earlier start hasn't. */
async function fill(
  { shopify, urls, appEnv, openApp }: System,
  domain: string,
  databaseUrl: string,
): Promise<void> {
  await openApp();
  const shop = shopify.shop(domain);
  const coffee = shop.collections[0];
  if (!coffee) throw new Error('The catalogue has no collection.');
  // The use cases that publish the card read the app's environment.
  Object.assign(process.env, appEnv, { LOCAL_SHOPIFY_URL: urls.admin });
  started.push(async () => void (await Promise.all([closePrisma(), closePool()])));
  await publishCard(domain, coffee.id);
  await seedOrders(shop);
  await waitForJobs(shopify, databaseUrl, domain);
  // Only now do those who bought take part, and their birthdays with them.
  await seedBirthDates(shop);
  await publishBirthday(domain);
  await waitForJobs(shopify, databaseUrl, domain);
}

async function checkAnswers(urls: string[]): Promise<void> {
  for (const url of urls) {
    const { status } = await fetch(url);
    if (status !== 200) throw new Error(`${url} answers ${status}.`);
  }
}

async function introduce({ shopify, urls }: System, domain: string): Promise<void> {
  const app = `${urls.admin}/apps/sixth`;
  await checkAnswers([urls.storefront, urls.admin, app, `${urls.tunnel}/health`]);
  const shop = shopify.shop(domain);
  const customer = [...shop.customers.values()][0];
  if (!customer) throw new Error('The shop has no customers left.');
  const lines = [{ variantId: firstVariant(shop, 'morning-house'), quantity: 5 }];
  const order = { customerId: customer.id, lines, payment: 'paid', locale: customer.locale } as const;
  const birthdays = birthdaysAhead(shop);
  say(`
Five coffees for ${customer.firstName}, as Shopify would tell the app. Paste this; a second time changes nothing, because it is the
same order.

${sampleWebhook(shopify, domain, order)}

Sixth is running in ${shop.name}.

  Storefront  ${urls.storefront}
  Admin       ${urls.admin}
  App         ${app}  (its own address: ${urls.tunnel})

Start in the storefront: sign in as ${customer.firstName} and put six coffees into the cart. One of them is free, at once.
${birthdays === null ? 'No birthday is near' : `Birthdays: ${birthdays}`}. The page of orders in the admin moves the clock.

Ctrl-C stops everything; the next start finds its data.`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void (stopping ? process.exit(1) : stop(0)));
}
onceOutlived(() => void stop(0));

try {
  const settings = demoSettings(process.env);
  await introduce(await start(settings), settings.shop);
} catch (error) {
  if (!stopping) process.stderr.write(`${oneLine(error)}\n`);
  await stop(1);
}
