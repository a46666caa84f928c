// Draft orders at the desk: made, changed, completed, deleted, and refused with the words beside the field.
import { beforeAll, expect, test } from 'vitest';
import { errorOf, openDesk } from './at-desk.ts';
import type { Desk } from './at-desk.ts';
import { currentTotals } from '#tests/local-shopify/shop/order-totals.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  return () => desk.stop();
});

const DRAFT = () => ({
  customer: desk.customer(1),
  'variant-0': desk.variant('morning-house'),
  'quantity-0': '4',
  'item-title-0': 'Tasting',
  'item-price-0': '15',
  'discount-kind': 'percent',
  'discount-value': '10',
  'discount-title': 'Office rate',
  shipping: '4.90',
  note: 'Ring twice',
});

test('a draft with products, an item and a discount becomes an order, paid or pending, once', async () => {
  const saved = await desk.merchant.post('/drafts', DRAFT());
  expect(saved.html).toContain('The draft is saved.');
  expect(saved.html).toContain('52.60 EUR');
  const path = saved.path.replace('?done=save', '');
  const made = await desk.merchant.post(`${path}/complete`, { payment: 'pending' });
  expect(made.html).toContain('The draft has become this order.');
  const order = desk.world.shop.newestOrders(1)[0];
  expect(order).toMatchObject({
    financialStatus: 'pending',
    customerId: desk.customer(1),
    sourceName: 'shopify_draft_order',
    note: 'Ring twice',
    discounts: [{ type: 'manual', title: 'Office rate' }],
  });
  expect(order && currentTotals(order).totalMinor).toBe(5260);
  const again = await desk.merchant.post(`${path}/complete`, { payment: 'paid' });
  expect([again.status, desk.world.shop.newestOrders(1)[0]?.id]).toEqual([422, order?.id]);
});

test('a draft for nobody is changed, completed as paid, and another one deleted', async () => {
  const { path } = await desk.merchant.post('/drafts', { 'variant-1': desk.variant('morning-house') });
  const draft = path.replace('?done=save', '');
  await desk.merchant.post(draft, { 'variant-0': desk.variant('morning-house'), 'quantity-0': '2' });
  await desk.merchant.post(`${draft}/complete`, { payment: 'paid' });
  const order = desk.world.shop.newestOrders(1)[0];
  expect([order?.customerId, order?.financialStatus, order?.lines[0]?.quantity]).toEqual([null, 'paid', 2]);
  const other = (await desk.merchant.post('/drafts', DRAFT())).path.replace('?done=save', '');
  expect((await desk.merchant.post(`${other}/delete`)).html).toContain('The draft is deleted.');
  expect((await desk.merchant.get(other)).status).toBe(404);
});

test('a draft whose customer is gone is still shown, and can be given to somebody else', async () => {
  const person = await desk.world.shop.addCustomer({ ...NEWCOMER });
  const { path } = await desk.merchant.post('/drafts', { ...DRAFT(), customer: person.id });
  await desk.world.shop.deleteCustomer(person.id);
  for (const page of ['/drafts', path]) expect((await desk.merchant.get(page)).html).toContain('is gone');
  const draft = path.replace('?done=save', '');
  expect((await desk.merchant.post(`${draft}/complete`, { payment: 'paid' })).status).toBe(422);
  expect((await desk.merchant.post(draft, DRAFT())).html).toContain('The draft is saved.');
});

const NEWCOMER = {
  firstName: 'Nora',
  lastName: 'New',
  email: 'nora@example.com',
  phone: null,
  locale: 'en',
  tags: [],
  address: null,
};

test('a draft that can’t be is refused beside its fields, and keeps what was typed', async () => {
  const before = desk.world.shop.drafts.list().length;
  const empty = await desk.merchant.post('/drafts', { note: 'Keep me', 'discount-value': '5' });
  expect(errorOf(empty.html, 'discount-kind')).toBe('Percent, or an amount?');
  expect(empty.html).toContain('value="Keep me"');
  expect(errorOf((await desk.merchant.post('/drafts')).html, 'variant-0')).toContain('Choose a product');
  const fields = { ...DRAFT(), 'quantity-0': '0', 'discount-value': '101', customer: '1', shipping: 'x' };
  const { status, html } = await desk.merchant.post('/drafts', fields);
  const names = ['quantity-0', 'discount-value', 'customer', 'shipping'];
  expect([status, names.filter((name) => errorOf(html, name) === undefined)]).toEqual([422, []]);
  expect(desk.world.shop.drafts.list()).toHaveLength(before);
});
