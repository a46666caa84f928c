// Parcels at the desk: sent, promised, delivered, and what is wrong with a day.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { errorOf, openDesk } from './at-desk.ts';
import type { Desk } from './at-desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.stop());

test('a parcel is sent, promised, late, and delivered; the Admin API tells each', async () => {
  const { shop } = desk.world;
  const lines = [{ variantId: desk.variant('morning-house'), quantity: 1 }];
  const order = await shop.placeOrder({ customerId: desk.customer(0), lines, payment: 'paid', locale: 'en' });
  const at = (verb: string) => `/orders/${order.id}/${verb}`;
  expect((await desk.merchant.get(`/orders/${order.id}`)).html).toContain('Nothing was sent yet.');
  expect((await desk.merchant.post(at('deliver'), { day: '2026-12-01' })).status).toBe(422);
  expect((await desk.merchant.post(at('fulfill'), {})).html).toContain('The parcel is on its way.');
  const wrong = await desk.merchant.post(at('promise'), { day: '2026-13-01' });
  expect(errorOf(wrong.html, 'day')).toBe('That is no day.');
  expect(wrong.html).toContain('value="2026-13-01"');
  expect((await desk.merchant.post(at('promise'), { day: '2026-12-01' })).html).toContain('promised for');
  expect((await desk.merchant.post(at('deliver'), { day: '2026-12-05' })).html).toContain('Delivered');
  const query =
    'query ($id: ID!) { order(id: $id) { fulfillments(first: 1) { estimatedDeliveryAt deliveredAt } } }';
  const { body } = await desk.world.admin(query, { id: `gid://shopify/Order/${order.id}` });
  const told = { estimatedDeliveryAt: '2026-12-01T12:00:00Z', deliveredAt: '2026-12-05T12:00:00Z' };
  expect(body.data).toEqual({ order: { fulfillments: [told] } });
  await desk.merchant.post(at('unfulfill'), {});
  expect((await desk.merchant.get(`/orders/${order.id}`)).html).toContain('Not sent after all');
});
