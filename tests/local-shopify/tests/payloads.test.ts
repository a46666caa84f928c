import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { mergePayload, shopPayload } from '#tests/local-shopify/webhooks/app-payloads.ts';
import { includeFields } from '#tests/local-shopify/webhooks/include-fields.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';
import { refundPayload } from '#tests/local-shopify/webhooks/refund-payload.ts';

type Json = Record<string, unknown>;

const fixture = (name: string): Json =>
  JSON.parse(readFileSync(new URL(`../../support/fixtures/${name}.json`, import.meta.url), 'utf8')) as Json;

const asJson = (payload: object): Json => JSON.parse(JSON.stringify(payload)) as Json;

/** Every path of a payload; lists by their first element. */
function paths(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.length > 0 ? paths(value[0], `${at}[]`) : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [`${at}.${key}`, ...paths(inner, `${at}.${key}`)]);
}

const missing = (wanted: unknown, actual: object): string[] => {
  const present = new Set(paths(asJson(actual)));
  return paths(wanted).filter((path) => !present.has(path));
};

let world: InMemory;
let order: Order;

beforeAll(async () => {
  world = await inMemory();
  const { shop } = world;
  const [coffee, other] = shop.products.flatMap((product) => product.variants);
  order = await shop.placeOrder({
    customerId: shop.setup.customers[0]?.id ?? null,
    lines: [
      { variantId: coffee?.id ?? '', quantity: 3 },
      { variantId: other?.id ?? '', quantity: 1 },
    ],
    payment: 'paid',
    locale: 'en',
    shippingMinor: 500,
    tipMinor: 100,
    presentment: { currency: 'JPY', rateBp: 1_640_000 },
    discounts: [{ type: 'discount_code', title: 'TEN', value: { kind: 'percent', percentBp: 1_000 } }],
  });
  const lineId = order.lines[0]?.id ?? '';
  await shop.refundOrder(order.id, { lines: [{ lineId, quantity: 1 }], shippingMinor: 200, customMinor: 50 });
});
afterAll(() => world.stop());

test('an order payload has every key of the real one', () => {
  // Staff of a till aren't modelled.
  const unknown = ['.line_items[].attributed_staffs[].id', '.line_items[].attributed_staffs[].quantity'];
  const lacking = missing(fixture('order-webhook'), orderPayload(world.shop, order));
  expect(lacking.filter((path) => !unknown.includes(path))).toEqual([]);
});

test('a refund payload has every key of the real one', () => {
  const refund = order.refunds[0];
  if (!refund) throw new Error('no refund');
  expect(missing(fixture('refund-webhook'), refundPayload(world.shop, order, refund))).toEqual([]);
});

test('app/uninstalled has every key of the real one', () => {
  expect(missing(fixture('app-uninstalled-webhook'), shopPayload(world.shop))).toEqual([]);
});

test('money is told in both currencies, each with its own digits', () => {
  const payload = asJson(orderPayload(world.shop, order));
  expect(payload['current_shipping_price_set']).toEqual({
    shop_money: { amount: '3.00', currency_code: 'EUR' },
    presentment_money: { amount: '492', currency_code: 'JPY' },
  });
});

test('times bear the offset of the shop, and name the same instant', () => {
  const { updated_at: updated } = asJson(orderPayload(world.shop, order));
  expect(updated).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+0[01]:00$/);
  expect(new Date(String(updated)).toISOString().slice(0, 19)).toBe(order.updatedAt.slice(0, 19));
});

test('include_fields keeps what it names, through lists, and nothing else', () => {
  const payload = { id: 1, note: 'x', customer: { id: 2, email: 'x' }, line_items: [{ id: 3, name: 'x' }] };
  const kept = includeFields(payload, ['id', 'customer.id', 'line_items.id', 'absent.key']);
  expect(kept).toEqual({ id: 1, customer: { id: 2 }, line_items: [{ id: 3 }] });
  expect(includeFields({ customer: null }, ['customer.id'])).toEqual({ customer: null });
});

test('merged customers: one is gone, its orders are the other’s, and the payload has the sample’s keys', async () => {
  const { shop } = world;
  const [kept, deleted] = shop.setup.customers;
  const variantId = shop.products[0]?.variants[0]?.id ?? '';
  const bought = await shop.placeOrder({
    customerId: deleted?.id ?? null,
    lines: [{ variantId, quantity: 1 }],
    payment: 'paid',
    locale: 'en',
  });
  await shop.mergeCustomers(kept?.id ?? '', deleted?.id ?? '');
  expect(shop.order(bought.id).customerId).toBe(kept?.id);
  expect(shop.customers.has(deleted?.id ?? '')).toBe(false);
  const sample = ['admin_graphql_api_customer_deleted_id', 'admin_graphql_api_customer_kept_id'];
  const others = ['admin_graphql_api_job_id', 'errors', 'status'];
  expect(Object.keys(mergePayload('1', '2')).sort()).toEqual([...sample, ...others].sort());
  await expect(shop.mergeCustomers(kept?.id ?? '', '404')).rejects.toThrow('no customer');
});
