import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CREDENTIALS, inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';

let world: InMemory;

beforeEach(async () => {
  world = await inMemory({ retriesMs: [10, 10] });
});
afterEach(() => world.stop());

function place(payment: 'paid' | 'pending' = 'pending'): Promise<Order> {
  const { shop } = world;
  const variantId = shop.products[0]?.variants[0]?.id ?? '';
  const customerId = shop.setup.customers[0]?.id ?? null;
  return shop.placeOrder({ customerId, lines: [{ variantId, quantity: 1 }], payment, locale: 'en' });
}

const topics = () => world.received.map((one) => one.headers['x-shopify-topic']);

test('a delivery is signed over its raw body and bears all headers', async () => {
  await place();
  await world.shopify.webhooks.flush();
  const [first] = world.received;
  const hmac = createHmac('sha256', CREDENTIALS.apiSecret)
    .update(first?.body ?? '')
    .digest('base64');
  expect(first?.headers).toMatchObject({
    'x-shopify-topic': 'orders/create',
    'x-shopify-hmac-sha256': hmac,
    'x-shopify-shop-domain': world.shop.domain,
    'x-shopify-api-version': '2026-10',
    'content-type': 'application/json',
  });
  expect(first?.headers['x-shopify-webhook-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(first?.headers['x-shopify-triggered-at']).toMatch(/Z$/);
});

test('what one action tells under several topics bears one event id', async () => {
  await place('paid');
  await world.shopify.webhooks.flush();
  expect(topics().sort()).toEqual(['orders/create', 'orders/paid']);
  expect(new Set(world.received.map((one) => one.headers['x-shopify-event-id'])).size).toBe(1);
  expect(new Set(world.received.map((one) => one.headers['x-shopify-webhook-id'])).size).toBe(2);
});

test('the toml decides what a payload carries: no personal data leaves', async () => {
  await place();
  await world.shopify.webhooks.flush();
  const body = world.received[0]?.body ?? '';
  expect(JSON.parse(body)).toMatchObject({ financial_status: 'pending', test: false });
  for (const secret of ['Byrne', 'example.com', 'Roastery']) expect(body).not.toContain(secret);
});

test('a failure is tried again with the same webhook id', async () => {
  world.answers.push(503, 503);
  await place();
  await world.shopify.webhooks.flush();
  expect(new Set(world.received.map((one) => one.headers['x-shopify-webhook-id'])).size).toBe(1);
  expect(world.shopify.webhooks.deliveries[0]).toMatchObject({
    status: 'delivered',
    attempts: 3,
    answer: 200,
  });
});

test('an app that keeps failing ends as failed', async () => {
  world.answers.push(500, 500, 500);
  await place();
  await world.shopify.webhooks.flush();
  expect(world.shopify.webhooks.deliveries[0]).toMatchObject({ status: 'failed', attempts: 3, answer: 500 });
});

test('deliveries are repeated and dropped on request', async () => {
  world.shopify.webhooks.controls.set('orders/create', { repeat: 3 });
  await place();
  await world.shopify.webhooks.flush();
  expect(topics()).toEqual(['orders/create', 'orders/create', 'orders/create']);
  world.shopify.webhooks.controls.set('orders/create', { dropNext: 1 });
  await place();
  await world.shopify.webhooks.flush();
  expect(world.received).toHaveLength(3);
  expect(world.shopify.webhooks.deliveries.at(-1)?.status).toBe('dropped');
});

test('a delayed topic comes later, the others at once', async () => {
  world.shopify.webhooks.controls.set('orders/create', { delayMs: 150 });
  await place('paid');
  await world.shopify.webhooks.flush();
  expect(topics()).toEqual(['orders/paid', 'orders/create']);
});

test('of two deliveries told to reorder, the later comes first', async () => {
  world.shopify.webhooks.controls.set('orders/updated', { reorder: true });
  const order = await place();
  await world.shop.touchOrder(order.id, { tags: ['first'] });
  await world.shop.touchOrder(order.id, { tags: ['second'] });
  await world.shopify.webhooks.flush();
  const updates = world.received.filter((one) => one.headers['x-shopify-topic'] === 'orders/updated');
  const tags = updates.map((one) => (JSON.parse(one.body) as { tags: string }).tags);
  expect(tags).toEqual(['second', 'first']);
});

test('every change is told under its own topics', async () => {
  const order = await place();
  const lineId = order.lines[0]?.id ?? '';
  await world.shop.payOrder(order.id);
  await world.shop.refundOrder(order.id, { lines: [{ lineId, quantity: 1 }] });
  await world.shop.cancelOrder(order.id);
  await world.shop.deleteOrder(order.id);
  await world.shopify.webhooks.flush();
  expect(topics().sort()).toEqual([
    'orders/cancelled',
    'orders/create',
    'orders/delete',
    'orders/paid',
    'orders/updated',
    'orders/updated',
    'orders/updated',
    'refunds/create',
  ]);
});

test('uninstalling is told, then nothing more', async () => {
  await world.shopify.uninstall(world.shop.domain);
  await place();
  await world.shopify.webhooks.flush();
  expect(topics()).toEqual(['app/uninstalled']);
});

test('compliance topics name the customer and the orders', async () => {
  const order = await place();
  world.shopify.requestPrivacy(world.shop.domain, 'customers/redact', order.customerId ?? '');
  await world.shopify.webhooks.flush();
  const redact = world.received.find((one) => one.headers['x-shopify-topic'] === 'customers/redact');
  expect(JSON.parse(redact?.body ?? '{}')).toMatchObject({
    shop_domain: world.shop.domain,
    customer: { id: Number(order.customerId) },
    orders_to_redact: [Number(order.id)],
  });
});
