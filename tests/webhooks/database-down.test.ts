// While the database is down every webhook is answered 503, so that Shopify sends it again, and nothing is pretended.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePrisma } from '#app/db/client.server.ts';
import { closePool } from '#app/db/pool.server.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { databaseSwitch, type DatabaseSwitch } from './database-switch.ts';
import { orderBody } from './order-body.ts';
import { plantShop } from './plant-shop.ts';
import { setEnvironment, SHOP, startApp, type RunningApp } from './shopify-sends.ts';

let database: TestDatabase;
let wire: DatabaseSwitch;
let app: RunningApp;

beforeAll(async () => {
  database = await testDatabase();
  wire = await databaseSwitch(database.url);
  setEnvironment(wire.url);
  app = await startApp();
});

afterAll(async () => {
  await app.stop();
  await Promise.all([closePrisma(), closePool()]);
  await wire.down();
  await database.drop();
});

const health = async () => (await fetch(`${app.url}/health`)).status;

async function sendEverything(): Promise<number[]> {
  const redact = `{"shop_domain":"${SHOP}","customer":{"id":1}}`;
  return [
    await app.send('/webhooks/orders', orderBody(1)),
    await app.send('/webhooks/orders', 'not JSON', { webhookId: 'unreadable' }),
    await app.send('/webhooks/app', '{"current":[]}', { topic: 'app/scopes_update', webhookId: 'scopes' }),
    await app.send('/webhooks/compliance', redact, { topic: 'customers/redact', webhookId: 'redact' }),
  ];
}

/** Past the wire, so that it also answers while that is cut. */
async function ask<T extends pg.QueryResultRow>(statement: string): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<T>(statement);
  await client.end();
  return rows[0];
}

const written = () =>
  ask<{ orders: string; deliveries: string }>(
    'select (select count(*) from "Order") as orders, (select count(*) from "WebhookDelivery") as deliveries',
  );

test('at boot: 503 for everything, then 200 as soon as the database is there', async () => {
  expect(await sendEverything()).toEqual([503, 503, 503, 503]);
  expect(await health()).toBe(503);
  await wire.up();
  await plantShop(SHOP);
  expect(await health()).toBe(200);
  expect(await sendEverything()).toEqual([200, 200, 200, 200]);
  expect(await written()).toEqual({ orders: '1', deliveries: '3' });
});

test('later: 503 for everything, and the repeated deliveries are taken once it is back', async () => {
  await wire.down();
  expect(await sendEverything()).toEqual([503, 503, 503, 503]);
  expect(await health()).toBe(503);
  expect(await written()).toEqual({ orders: '1', deliveries: '3' });
  await wire.up();
  expect(await app.send('/webhooks/orders', orderBody(2))).toBe(200);
  expect(await sendEverything()).toEqual([200, 200, 200, 200]);
  expect(await written()).toEqual({ orders: '2', deliveries: '3' });
});

test('a signature is judged without the database', async () => {
  await wire.down();
  expect(await app.send('/webhooks/orders', orderBody(3), { secret: 'somebody else' })).toBe(401);
  await wire.up();
});

test('a statement that fails is 503, for orders as for refusals', async () => {
  await ask('alter table "Order" rename to "Elsewhere"');
  await ask('alter table "WebhookDelivery" rename to "Nowhere"');
  expect(await app.send('/webhooks/orders', orderBody(4))).toBe(503);
  expect(await app.send('/webhooks/orders', 'not JSON')).toBe(503);
  await ask('alter table "Elsewhere" rename to "Order"');
  await ask('alter table "Nowhere" rename to "WebhookDelivery"');
  expect(await app.send('/webhooks/orders', orderBody(4))).toBe(200);
});

test('a value that only the database refuses is no "later": 200, and kept as refused', async () => {
  await ask(`alter table "Order" add constraint "tooBig" check (1 / (length(name) - 5) < 2) not valid`);
  expect(await app.send('/webhooks/orders', orderBody(5), { webhookId: 'by the database' })).toBe(200);
  expect(
    await ask(`select outcome, reason from "WebhookDelivery" where "webhookId" = 'by the database'`),
  ).toEqual({
    outcome: 'refused',
    reason: 'a value that the database refuses',
  });
  await ask('alter table "Order" drop constraint "tooBig"');
});
