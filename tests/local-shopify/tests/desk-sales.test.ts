// Sales at the till and subscriptions, made at the desk: the app's function runs there too.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { errorOf, openDesk } from './at-desk.ts';
import type { Desk } from './at-desk.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { viaAdmin, viaWebhook } from './told-twice.ts';
import { addCardDiscounts, coffeeCard } from '#tests/support/with-cards.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
  const { shop } = desk.world;
  await addCardDiscounts(shop, [coffeeCard(shop)]);
});
afterEach(() => desk.stop());

const newest = (): Order => {
  const [order] = desk.world.shop.newestOrders(1);
  if (!order) throw new Error('no order');
  return order;
};

function sell(place: 'till' | 'subscription', customer: string, quantity = '6') {
  const bought = { 'variant-0': desk.variant('morning-house'), 'quantity-0': quantity };
  return desk.merchant.post('/sales', { ...bought, place, customer, payment: 'paid' });
}

const freeMinor = (order: Order) =>
  order.lines.flatMap((line) => line.allocations.map((one) => one.amountMinor));

test('C72 at the till a named customer gets the free unit, nobody gets none', async () => {
  const { html } = await sell('till', desk.customer(0));
  expect(html).toContain('It is sold.');
  expect(newest()).toMatchObject({
    sourceName: 'pos',
    customerId: desk.customer(0),
    financialStatus: 'paid',
  });
  expect(freeMinor(newest())).toEqual([950]);
  await sell('till', '');
  expect(newest().customerId).toBeNull();
  expect(freeMinor(newest())).toEqual([]);
});

test('C73 a subscription and its renewals pay for every unit, month after month', async () => {
  await sell('subscription', desk.customer(0));
  const first = newest();
  expect(first.lines[0]?.sellingPlan?.name).toBe('Every month');
  expect(freeMinor(first)).toEqual([]);
  const { html } = await desk.merchant.get(`/orders/${first.id}`);
  expect(html).toContain('Let the next order come');
  await desk.merchant.post(`/orders/${first.id}/renew`, {});
  expect(newest()).toMatchObject({ sourceName: 'subscription_contract', customerId: desk.customer(0) });
  expect(newest().id).not.toBe(first.id);
  expect(newest().lines.map((line) => line.quantity)).toEqual([6]);
  expect(freeMinor(newest())).toEqual([]);
});

test('the plan of a line is told by the Admin API and not by webhooks; the snapshots agree', async () => {
  await sell('subscription', desk.customer(0));
  const { id } = newest();
  const query =
    'query ($id: ID!) { order(id: $id) { lineItems(first: 1) { nodes { sellingPlan { name } } } } }';
  const { body } = await desk.world.admin(query, { id: `gid://shopify/Order/${id}` });
  expect(body.data).toEqual({ order: { lineItems: { nodes: [{ sellingPlan: { name: 'Every month' } }] } } });
  const snapshot = viaWebhook(desk.world, newest());
  expect(JSON.stringify(await viaAdmin(desk.world, newest()))).toBe(JSON.stringify(snapshot));
});

test('what is wrong with a sale is said beside the field, and what was typed stays', async () => {
  const none = await desk.merchant.post('/sales', { place: 'till', customer: '', payment: 'paid' });
  expect(none.status).toBe(422);
  expect(errorOf(none.html, 'variant-0')).toBe('Choose a product.');
  const nobody = await sell('subscription', '', '4');
  expect(errorOf(nobody.html, 'customer')).toBe('A subscription has a customer.');
  expect(nobody.html).toMatch(/name="quantity-0"[^>]*value="4"/);
  expect(desk.world.shop.orders.size).toBe(0);
});

test('an order without subscribed lines has nothing to renew', async () => {
  await sell('till', desk.customer(0));
  const { status, html } = await desk.merchant.post(`/orders/${newest().id}/renew`, {});
  expect(status).toBe(422);
  expect(html).toContain('has nothing to renew');
});
