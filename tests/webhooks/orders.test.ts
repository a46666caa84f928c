// POST /webhooks/orders over real HTTP, into a real database.
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closePrisma, prisma } from '#app/db/client.server.ts';
import { closePool } from '#app/db/pool.server.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { orderBody, orderId } from './order-body.ts';
import { plantShop } from './plant-shop.ts';
import { OLD_SECRET, setEnvironment, SHOP, startApp, type RunningApp } from './shopify-sends.ts';

let database: TestDatabase;
let app: RunningApp;
let shopId: number;

beforeAll(async () => {
  database = await testDatabase();
  setEnvironment(database.url);
  shopId = await plantShop(SHOP);
  app = await startApp();
});

afterAll(async () => {
  await app.stop();
  await Promise.all([closePrisma(), closePool()]);
  await database.drop();
});

const send = (...args: Parameters<RunningApp['send']>) => app.send(...args);
const storedOrders = () => prisma().order.count({ where: { shopId } });
const deliveryOf = (webhookId: string) => prisma().webhookDelivery.findUnique({ where: { webhookId } });

describe('an order that is told', () => {
  test('is stored, rings one bell, and leaves no delivery row', async () => {
    expect(await send('/webhooks/orders', orderBody(1), { webhookId: 'stored-1' })).toBe(200);
    const order = await prisma().order.findFirstOrThrow({ where: { shopId, orderId: orderId(1) } });
    expect(order.snapshot).toMatchObject({ orderId: String(orderId(1)) });
    const bells = await prisma().$queryRaw<{ key: string }[]>`
      select key from graphile_worker.jobs where task_identifier = 'apply_orders'`;
    expect(bells).toEqual([{ key: `apply_orders/${shopId}` }]);
    expect(await deliveryOf('stored-1')).toBeNull();
  });

  test('C01 thirty deliveries of one order at once are one order', async () => {
    const before = await storedOrders();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => send('/webhooks/orders', orderBody(2))),
    );
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(await storedOrders()).toBe(before + 1);
  });

  test('is taken with the old secret too, while secrets rotate', async () => {
    expect(await send('/webhooks/orders', orderBody(3), { secret: OLD_SECRET })).toBe(200);
  });

  test('a deletion and a refund are taken as hints of the same order', async () => {
    const refund = `{"admin_graphql_api_id":"gid://shopify/Refund/77","order_id":${orderId(1)}}`;
    expect(await send('/webhooks/orders', refund, { topic: 'refunds/create' })).toBe(200);
    expect(await send('/webhooks/orders', `{"id":${orderId(1)}}`, { topic: 'orders/delete' })).toBe(200);
    const order = await prisma().order.findFirstOrThrow({ where: { shopId, orderId: orderId(1) } });
    expect(order).toMatchObject({ needsRead: true, hintedRefundId: 77n, deletedAt: null });
    expect(order.deletionHintedAt).not.toBeNull();
  });
});

test('C62 an order or a refund that is sent as a deletion is none', async () => {
  const refund = `{"id":77,"admin_graphql_api_id":"gid://shopify/Refund/77","order_id":${orderId(1)}}`;
  const whole = JSON.stringify({ id: 7, ...(JSON.parse(orderBody(1)) as object) });
  for (const [index, body] of [whole, refund].entries()) {
    const sent = { topic: 'orders/delete', webhookId: `no deletion ${index}` };
    expect(await send('/webhooks/orders', body, sent)).toBe(200);
    expect(await deliveryOf(sent.webhookId)).toMatchObject({
      outcome: 'refused',
      reason: 'not an order: body',
    });
  }
});

describe('what is not Shopify speaking', () => {
  test('a wrong signature is 401 and writes nothing', async () => {
    const before = await storedOrders();
    const sent = { secret: 'somebody else', webhookId: 'forged' };
    expect(await send('/webhooks/orders', orderBody(10), sent)).toBe(401);
    expect(await send('/webhooks/orders', orderBody(10), { headers: { 'x-shopify-hmac-sha256': 'x' } })).toBe(
      401,
    );
    expect(await storedOrders()).toBe(before);
    expect(await deliveryOf('forged')).toBeNull();
  });

  test('a body changed after signing is 401', async () => {
    const headers = { 'x-shopify-hmac-sha256': 'bm90IHRoZSBzaWduYXR1cmUgb2YgdGhpcyBib2R5IQ==' };
    expect(await send('/webhooks/orders', orderBody(11), { headers })).toBe(401);
  });

  test.each(['topic', 'hmac-sha256', 'shop-domain', 'webhook-id'])('without %s it is 400', async (name) => {
    const headers = { [`x-shopify-${name}`]: undefined };
    expect(await send('/webhooks/orders', orderBody(12), { headers })).toBe(400);
  });

  test('another method is 405, another path 404', async () => {
    expect(await send('/webhooks/orders', '', { method: 'GET' })).toBe(405);
    expect(await send('/webhooks/orders', orderBody(12), { method: 'PUT' })).toBe(405);
    expect(await send('/webhooks/nothing', orderBody(12))).toBe(404);
  });
});

describe('a body that is too big', () => {
  test('is 413 by its announced length', async () => {
    expect(await send('/webhooks/orders', Buffer.alloc(4 * 1024 * 1024 + 1, 32))).toBe(413);
  });

  test('is 413 as soon as a body without length has become too big', async () => {
    const answer = await sendEndlessBody(new URL(app.url));
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
  });

  test('of exactly 4 MB is read', async () => {
    const body = orderBody(13).padEnd(4 * 1024 * 1024, ' ');
    expect(await send('/webhooks/orders', body)).toBe(200);
  });
});

describe('a signed delivery that can become nothing is 200 and kept with its reason', () => {
  test.each([
    ['text', 'not an order {'],
    ['another JSON', '{"hello":"world"}'],
    ['a number', '42'],
    ['nothing', ''],
  ])('%s', async (what, body) => {
    const webhookId = `refused ${what}`;
    expect(await send('/webhooks/orders', body, { webhookId })).toBe(200);
    expect(await deliveryOf(webhookId)).toMatchObject({ outcome: 'refused', shopDomain: SHOP });
  });

  test('C62 an order of a shop that never installed touches no other shop', async () => {
    const before = await prisma().order.count();
    const sent = { shop: 'stranger.myshopify.com', webhookId: 'stranger' };
    expect(await send('/webhooks/orders', orderBody(14), sent)).toBe(200);
    expect(await send('/webhooks/orders', orderBody(14), sent)).toBe(200);
    expect(await prisma().order.count()).toBe(before);
    expect(await deliveryOf('stranger')).toMatchObject({ outcome: 'refused', reason: 'unknown shop' });
  });

  test('C62 in one batch each order goes to the shop that sent it', async () => {
    const other = await plantShop('other.myshopify.com');
    const answers = [SHOP, 'other.myshopify.com', 'stranger.myshopify.com', SHOP].map((shop, index) =>
      send('/webhooks/orders', orderBody(20 + index), { shop }),
    );
    expect(await Promise.all(answers)).toEqual([200, 200, 200, 200]);
    const orders = await prisma().order.findMany({
      where: { orderId: { in: [20, 21, 22, 23].map(orderId) } },
      select: { shopId: true, orderId: true },
      orderBy: { orderId: 'asc' },
    });
    expect(orders).toEqual([
      { shopId, orderId: orderId(20) },
      { shopId: other, orderId: orderId(21) },
      { shopId, orderId: orderId(23) },
    ]);
  });
});

/** Chunks without end; resolves with whatever the server says before it hangs up. */
function sendEndlessBody({ hostname, port }: URL): Promise<string> {
  const headers = ['topic: orders/paid', 'hmac-sha256: x', `shop-domain: ${SHOP}`, 'webhook-id: endless'];
  const head = headers.map((header) => `x-shopify-${header}`).join('\r\n');
  const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.write(
      `POST /webhooks/orders HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n${head}\r\n\r\n`,
    );
    const timer = setInterval(() => socket.write(chunk), 1);
    socket.on('data', (data) => (answer += data.toString()));
    // The server cuts the line while chunks are still coming: that is the point of the test.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      clearInterval(timer);
      resolve(answer);
    });
  });
}
