// POST /webhooks/customers over real HTTP, into a real database.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closePrisma, prisma } from '#app/db/client.server.ts';
import { mergePayload } from '#tests/local-shopify/webhooks/app-payloads.ts';
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
});

afterAll(async () => {
  await app.stop();
  await closePrisma();
  await database.drop();
});

const MERGED = mergePayload('7055294349312345678', '2');
const send = (body: object | string, webhookId: string, sent: object = {}) =>
  app.send('/webhooks/customers', typeof body === 'string' ? body : JSON.stringify(body), {
    shop,
    topic: 'customers/merge',
    webhookId,
    ...sent,
  });
const requests = () => prisma().peopleRequest.findMany({ where: { shopId } });
const deliveryOf = (webhookId: string) => prisma().webhookDelivery.findUnique({ where: { webhookId } });

test('C36 a completed merge is written down with its ids, and its job rung', async () => {
  expect(await send(MERGED, 'merged')).toBe(200);
  expect(await requests()).toMatchObject([
    { kind: 'merge', customerId: 7055294349312345678n, otherCustomerId: 2n, doneAt: null },
  ]);
  const jobs = await prisma()
    .$queryRaw`select key from graphile_worker.jobs where key = ${`carry_out_requests/${shopId}`}`;
  expect(jobs).toHaveLength(1);
  expect(await deliveryOf('merged')).toMatchObject({ outcome: 'recorded' });
});

test('C36 completed in capitals counts, anything else is kept as ignored', async () => {
  expect(await send({ ...MERGED, status: 'COMPLETED' }, 'loud')).toBe(200);
  expect(await requests()).toHaveLength(1);
  for (const status of ['requested', 'in_progress', 'failed']) {
    expect(await send({ ...MERGED, status }, status)).toBe(200);
    expect(await deliveryOf(status)).toMatchObject({ outcome: 'ignored', reason: `merge ${status}` });
  }
  expect(await requests()).toHaveLength(1);
});

test('C01 the same delivery again is one request', async () => {
  await Promise.all(Array.from({ length: 5 }, () => send(MERGED, 'again')));
  expect(await requests()).toHaveLength(1);
});

test('what is no merge, of nobody, or of another topic is kept as refused', async () => {
  const sameId = mergePayload('1', '1');
  const ids = 'admin_graphql_api_customer_kept_id, admin_graphql_api_customer_deleted_id';
  const odd = [
    ['{}', `${ids}, status`],
    ['no json', 'body'],
    ['{"status":"completed"}', ids],
    [JSON.stringify(sameId), 'twice the same customer'],
  ] as const;
  for (const [index, [body, why]] of odd.entries()) {
    expect(await send(body, `odd-${index}`)).toBe(200);
    expect(await deliveryOf(`odd-${index}`)).toMatchObject({
      outcome: 'refused',
      reason: `not a merge: ${why}`,
    });
  }
  await send(MERGED, 'topic', { topic: 'customers/update' });
  expect(await deliveryOf('topic')).toMatchObject({ outcome: 'refused', reason: 'no customers topic' });
  await send(MERGED, 'never', { shop: 'never.myshopify.com' });
  expect(await deliveryOf('never')).toMatchObject({ outcome: 'refused', reason: 'unknown shop' });
  expect(await requests()).toEqual([]);
});

test('C62 without Shopify’s signature nothing is written', async () => {
  expect(await send(MERGED, 'forged', { secret: 'somebody else' })).toBe(401);
  expect(await deliveryOf('forged')).toBeNull();
  expect(await requests()).toEqual([]);
});
