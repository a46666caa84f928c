// The desk's page of webhooks: what happens to them on their way, and sending one again.
import { beforeAll, expect, test } from 'vitest';
import { errorOf, openDesk } from './at-desk.ts';
import type { Desk } from './at-desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  return () => desk.stop();
});

test('webhooks are repeated, delayed, reordered and lost as the page says', async () => {
  const { controls } = desk.world.shopify.webhooks;
  const fields = { '*.repeat': '2', 'orders/paid.delay': '3', 'orders/paid.reorder': '1', '*.drop': '1' };
  await desk.merchant.post('/webhooks', fields);
  expect(controls.list()).toEqual([
    ['*', { repeat: 2, delayMs: 0, dropNext: 1, reorder: false }],
    ['orders/paid', { repeat: 1, delayMs: 3000, dropNext: 0, reorder: true }],
  ]);
  const { status, html } = await desk.merchant.post('/webhooks', {
    '*.repeat': 'x',
    'orders/paid.delay': '7',
  });
  expect([status, errorOf(html, '*.repeat')]).toEqual([422, 'A whole number from 1 to 20.']);
  expect(html).toMatch(/name="orders\/paid\.delay"[^>]*value="7"/);
  expect(controls.of('orders/paid').delayMs).toBe(3000);
  await desk.merchant.post('/webhooks', { ...fields, clear: '1' });
  expect(controls.list()).toEqual([]);
});

test('the latest webhooks are sent again from the same page', async () => {
  const lines = [{ variantId: desk.variant('morning-house'), quantity: 1 }];
  const order = await desk.world.shop.placeOrder({ customerId: null, lines, payment: 'paid', locale: 'en' });
  await desk.world.shopify.webhooks.flush();
  const delivery = desk.world.shopify.webhooks.deliveries.at(-1);
  expect((await desk.merchant.get('/webhooks')).html).toContain(delivery?.id);
  await desk.merchant.post('/webhooks/again', { delivery: delivery?.id ?? '' });
  await desk.world.shopify.webhooks.flush();
  expect([delivery?.attempts, delivery?.body.includes(order.id)]).toEqual([2, true]);
  expect((await desk.merchant.post('/webhooks/again', { delivery: 'x' })).status).toBe(422);
});
