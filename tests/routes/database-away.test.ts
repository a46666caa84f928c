// While the database is away, documents and data of the admin are 503, and say when to try again.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useNewShops } from '#tests/support/use-new-shops.ts';
import { closePrisma } from '#app/db/client.server.ts';
import { closePool } from '#app/db/pool.server.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { databaseSwitch, type DatabaseSwitch } from '#tests/webhooks/database-switch.ts';
import { startBuiltApp, type BuiltApp } from './built-app.ts';
import { openingPath, setEnvironment } from './merchant.ts';
import { bearerOf } from './use-built-app.ts';

const SHOP = 'away.myshopify.com';
const PAGES = [
  ['/app', 'routes/app._index'],
  ['/app/program', 'routes/app.program._index'],
  ['/app/members', 'routes/app.members._index'],
  ['/app/settings', 'routes/app.settings'],
  ['/app/orders', 'routes/app.orders'],
] as const;

const shops = useNewShops();
let database: TestDatabase;
let wire: DatabaseSwitch;
let app: BuiltApp;

beforeAll(async () => {
  database = await testDatabase();
  wire = await databaseSwitch(database.url);
  await wire.up();
  setEnvironment(wire.url);
  app = await startBuiltApp();
  await shops.add(SHOP);
  expect((await app.get(openingPath(SHOP))).status).toBe(200);
  await wire.down();
});

afterAll(async () => {
  await app.stop();
  await Promise.all([closePrisma(), closePool()]);
  await wire.down();
  await database.drop();
});

test('documents are 503 in words, in the merchant’s language', async () => {
  for (const [language, words] of [
    ['en', 'Sixth can’t reach its data right now.'],
    ['fr', 'Sixth ne peut pas accéder à ses données'],
  ] as const) {
    const answer = await app.get(openingPath(SHOP, { locale: language }));
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain(words);
  }
});

test.each(PAGES)('the data of %s is 503 with its words', async (path, route) => {
  const url = `${path}?_data=${encodeURIComponent(route)}`;
  const read = await app.get(url, bearerOf(SHOP));
  expect(read.status).toBe(503);
  expect(await read.json()).toEqual({ says: 'data' });
});

test('what is sent is 503 as well', async () => {
  const url = `${app.url}/app/settings?_data=${encodeURIComponent('routes/app.settings')}`;
  const headers = { ...bearerOf(SHOP), 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: '{}' });
  expect(answer.status).toBe(503);
});
