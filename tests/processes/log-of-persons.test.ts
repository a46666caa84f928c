// The logs of a web and a worker that say all they can, while all that is known of a shopper goes through them: nothing of a
// person and nothing that opens a door stands there, and what belongs to a request or a job says to which.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePrisma } from '#app/db/client.server.ts';
import { closePool, pool } from '#app/db/pool.server.ts';
import { publishCard } from '#tests/demo/publish-card.ts';
import { publishBirthday } from '#tests/demo/publish-birthday.ts';
import { startSystem, type System } from '#tests/demo/system.ts';
import { waitForJobs } from '#tests/demo/wait-for-jobs.ts';
import { embeddedAppUrl } from '#tests/local-shopify/admin/app-url.ts';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { proxySignature } from '#tests/local-shopify/storefront/proxy-signature.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Customer } from '#tests/local-shopify/shop/types.ts';
import { webhookSignature } from '#tests/local-shopify/webhooks/webhook-signature.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';

const SECRET = 'secret-of-the-logs';
const BIRTHDAY = { day: 23, month: 4, year: 1987 };
const PERSON = {
  firstName: 'Quirina',
  lastName: 'Zeppelfeld',
  email: 'quirina.zeppelfeld@mail.example',
  phone: '+35315557788',
};
const STREET = 'Hohlweg 77b';
const CODE = 'QUIRINA-FOR-HER-FRIENDS';
const BROWSER =
  'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36';

let database: TestDatabase;
let folder: string;
let system: System;
let shop: LocalShop;
let shoppers: Customer[];
const sessionTokens: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'sixth-logs-'));
  system = await startSystem({
    databaseUrl: database.url,
    shop: coffeeRoaster(),
    apiKey: 'logs-key',
    apiSecret: SECRET,
    sessionKey: randomBytes(32).toString('base64'),
    logFolder: folder,
    clockFile: path.join(folder, 'clock'),
    logLevel: 'trace',
  });
  Object.assign(process.env, system.appEnv, { LOG_LEVEL: 'silent' });
  await system.openApp();
  shop = system.shopify.firstShop;
  shoppers = [...shop.customers.values()].slice(0, 3);
  for (const one of shoppers) await shop.saveCustomer({ ...one, ...PERSON, address: addressOf(one) });
  await publishCard(shop.domain, shop.collections[0]?.id ?? '');
  await publishBirthday(shop.domain);
});

afterAll(async () => {
  await system.stop();
  await Promise.all([closePool(), closePrisma()]);
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const addressOf = (one: Customer) => one.address && { ...one.address, address1: STREET };
const jobsDone = () => waitForJobs(system.shopify, database.url, shop.domain);

async function buy(customerId: string): Promise<void> {
  const variant = shop.productByHandle('morning-house')?.variants[0];
  const lines = [{ variantId: variant?.id ?? '', quantity: 2 }];
  await shop.placeOrder({ customerId, lines, payment: 'paid', locale: 'en' });
}

/** As the admin's frame does. */
async function visit(place: string): Promise<number> {
  const url = await embeddedAppUrl(system.shopify, shop.domain, 'en', place);
  sessionTokens.push(new URL(url).searchParams.get('id_token') ?? '');
  return (await fetch(url, { headers: { 'user-agent': BROWSER, accept: 'text/html' } })).status;
}

async function tellBirthday(customerId: string, secret = SECRET): Promise<number> {
  const values = {
    shop: shop.domain,
    logged_in_customer_id: customerId,
    path_prefix: '/apps/sixth',
    timestamp: String(Math.floor(system.shopify.clock().getTime() / 1000)),
  };
  const query = new URLSearchParams({ ...values, signature: proxySignature(values, secret) });
  const answer = await fetch(`${system.urls.tunnel}/proxy/birthday?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...BIRTHDAY, language: 'en', requestKey: randomUUID() }),
  });
  return answer.status;
}

/** What Shopify's own webhooks never say in the stand-in: bodies that can't be read, unsigned ones, and codes with a name. */
async function send(place: string, topic: string, told: object, secret = SECRET): Promise<number> {
  const body = JSON.stringify(told);
  const headers = {
    'content-type': 'application/json',
    'x-shopify-topic': topic,
    'x-shopify-hmac-sha256': webhookSignature(body, secret),
    'x-shopify-shop-domain': shop.domain,
    'x-shopify-webhook-id': `webhook-${randomBytes(4).toString('hex')}`,
    'x-shopify-triggered-at': system.shopify.clock().toISOString(),
    'x-shopify-api-version': '2026-10',
  };
  return (await fetch(`${system.urls.tunnel}/webhooks/${place}`, { method: 'POST', headers, body })).status;
}

type Line = Record<string, unknown> & { msg: string };

async function logged(): Promise<string[]> {
  const files = ['web', 'worker'].map((name) => readFile(path.join(folder, `${name}.log`), 'utf8'));
  return (await Promise.all(files)).flatMap((text) => text.split('\n')).filter((line) => line !== '');
}

async function storedTokens(): Promise<string[]> {
  const { rows } = await pool().query<{ token: string }>(`select "accessToken" as token from "Session"`);
  return rows.map(({ token }) => token);
}

/** All that concerns the three of them, and a merchant who looks at it. */
async function live(): Promise<void> {
  const [first, second, third] = shoppers.map(({ id }) => id) as [string, string, string];
  for (const id of [first, second, third]) await buy(id);
  await jobsDone();
  expect(await tellBirthday(first)).toBe(200);
  expect(await tellBirthday(second, 'another')).toBe(401);
  const person = { ...PERSON, id: Number(first), first_name: PERSON.firstName, last_name: PERSON.lastName };
  const order = {
    customer: person,
    discount_codes: [{ code: CODE }],
    shipping_address: { address1: STREET },
  };
  await send('orders', 'orders/paid', order);
  await send('orders', 'orders/paid', order, 'another');
  await send('customers', 'customers/merge', { customer: person });
  await send('compliance', 'customers/redact', { customer: { ...person, id: PERSON.email } });
  const { rows } = await pool().query<{ id: string }>('select id from "Member" order by id');
  for (const place of [
    '/',
    '/app/members',
    `/app/members/${rows[0]?.id}`,
    `/app/members?q=${first}`,
    '/nowhere',
  ])
    await visit(place);
  await shop.mergeCustomers(first, second);
  system.shopify.requestPrivacy(shop.domain, 'customers/data_request', first);
  await jobsDone();
  await failForAWhile(third);
  system.shopify.requestPrivacy(shop.domain, 'customers/redact', third);
  await jobsDone();
}

/** Shopify refuses, in words that quote what it was given. */
async function failForAWhile(customerId: string): Promise<void> {
  const quoted = `Can't take gid://shopify/Customer/${customerId} (${PERSON.email})`;
  let refused = 0;
  system.shopify.faults(shop.domain).script = () => {
    refused += 1;
    return {
      status: 200,
      body: { errors: [{ message: quoted, extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
    };
  };
  await buy(customerId);
  await expect.poll(() => refused).toBeGreaterThan(1);
  await expect.poll(async () => (await logged()).some((line) => line.includes('Failed task'))).toBe(true);
  system.shopify.faults(shop.domain).clear();
  await pool().query(`update graphile_worker._private_jobs set run_at = now() where attempts > 0`);
}

test('neither log names a person or holds what opens a door', async () => {
  await live();
  const lines = await logged();
  const never = [
    ...Object.values(PERSON),
    ...shoppers.map(({ id }) => id),
    ...(await storedTokens()),
    ...sessionTokens,
    STREET,
    CODE,
    SECRET,
    '1987',
    'shpat_',
  ];
  const said = never.filter((word) => lines.some((line) => line.toLowerCase().includes(word.toLowerCase())));
  expect(said).toEqual([]);
  expect(lines.filter((line) => line.includes('Failed task')).length).toBeGreaterThan(0);
});

/** Of the process itself, before and beside all work; the queue names a job that it has found in its words. */
const NOBODYS =
  /^(listening|worker ready|connections at most|session keys open every token|Spawned|Worker connected .+|Found task \d+ \(\w+\)|refused since the last such line|work without a job was given one)$/;

test('each line is JSON, and bears its request, webhook or job where it belongs to one', async () => {
  const lines = (await logged()).map((line) => JSON.parse(line) as Line);
  const nobodys = lines.filter((line) => !('requestId' in line || 'webhookId' in line || 'jobId' in line));
  expect(nobodys.map(({ msg }) => msg).filter((msg) => !NOBODYS.test(msg))).toEqual([]);
});
