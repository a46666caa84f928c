// POST /webhooks/themes over real HTTP, into a real database.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePrisma, prisma } from '#app/db/client.server.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { plantShop } from './plant-shop.ts';
import { setEnvironment, startApp, type RunningApp } from './shopify-sends.ts';

let database: TestDatabase;
let app: RunningApp;
let shop: string;
let shopId: number;
let shops = 0;

beforeAll(async () => {
  database = await testDatabase();
  setEnvironment(database.url);
  app = await startApp();
});

beforeEach(async () => {
  shop = `shop-${(shops += 1)}.myshopify.com`;
  shopId = await plantShop(shop);
  await prisma().themeSeen.create({
    data: { shopId, known: {}, canRead: true, dueAt: new Date('2999-01-01') },
  });
});

afterAll(async () => {
  await app.stop();
  await closePrisma();
  await database.drop();
});

const send = (topic: string, body: object | string, sent: object = {}) =>
  app.send('/webhooks/themes', typeof body === 'string' ? body : JSON.stringify(body), {
    shop,
    topic,
    webhookId: `${shop}-theme`,
    ...sent,
  });
const outcome = () =>
  prisma().webhookDelivery.findUnique({
    where: { webhookId: `${shop}-theme` },
    select: { outcome: true, reason: true },
  });
const theme = () => prisma().themeSeen.findUniqueOrThrow({ where: { shopId } });

test.each(['themes/publish', 'themes/update'])(
  '%s of the published theme has it read soon',
  async (topic) => {
    expect(await send(topic, { id: 828155753, role: 'main' })).toBe(200);
    expect(await outcome()).toMatchObject({ outcome: 'done' });
    const { rev, dueAt } = await theme();
    expect(rev).toBe(1);
    expect(dueAt!.getTime()).toBeLessThan(Date.now() + 60_000);
  },
);

test('a theme that is not published is nobody’s to read, one of no told role is', async () => {
  await send('themes/update', { id: 1, role: 'unpublished' });
  expect(await outcome()).toMatchObject({ outcome: 'ignored', reason: 'not the published theme' });
  expect((await theme()).rev).toBe(0);
  await send('themes/update', { id: 1 }, { webhookId: `${shop}-untold` });
  expect((await theme()).rev).toBe(1);
});

test.each<[body: object | string, reason: string]>([
  ['{', 'not a theme: body'],
  [{ role: 'main' }, 'not a theme: id'],
  [{ id: 'abc', role: 'main' }, 'not a theme: id'],
  [{ id: 1, role: 7 }, 'not a theme: role'],
])('a body that is no theme is refused: %j', async (body, reason) => {
  expect(await send('themes/publish', body)).toBe(200);
  expect(await outcome()).toEqual({ outcome: 'refused', reason });
  expect((await theme()).rev).toBe(0);
});

test('other topics, and unknown shops, are refused', async () => {
  await send('products/update', { id: 1 });
  expect(await outcome()).toMatchObject({ outcome: 'refused', reason: 'no themes topic' });
  await send('themes/publish', { id: 1 }, { shop: 'nobody.myshopify.com', webhookId: 'nobody' });
  expect(await prisma().webhookDelivery.findUnique({ where: { webhookId: 'nobody' } })).toMatchObject({
    outcome: 'refused',
    reason: 'unknown shop',
  });
});
