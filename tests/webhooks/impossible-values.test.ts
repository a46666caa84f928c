// Signed by Shopify, and impossible all the same: 200, kept with the field's name, never 503.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePrisma, prisma } from '#app/db/client.server.ts';
import { closePool } from '#app/db/pool.server.ts';
import { mergePayload } from '#tests/local-shopify/webhooks/app-payloads.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { orderBody, orderId } from './order-body.ts';
import { plantShop } from './plant-shop.ts';
import { setEnvironment, SHOP, startApp, type RunningApp, type Sent } from './shopify-sends.ts';

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

let sent = 0;

/** The answer, and why it was refused; null where it wasn't. */
async function told(path: string, topic: string, body: string, more: Sent = {}) {
  const webhookId = more.webhookId ?? `impossible-${(sent += 1)}`;
  const status = await app.send(path, body, { topic, ...more, webhookId });
  const delivery = await prisma().webhookDelivery.findFirst({
    where: { webhookId: webhookId.slice(0, 255) },
  });
  return { status, refused: delivery?.outcome === 'refused' ? delivery.reason : null };
}

const order = (number: number, change: Record<string, unknown>) =>
  JSON.stringify({ ...(JSON.parse(orderBody(number)) as object), ...change });
const line = (number: number, change: Record<string, unknown>) => {
  const { line_items: lines } = JSON.parse(orderBody(number)) as { line_items: object[] };
  return order(number, { line_items: [{ ...lines[0], ...change }] });
};
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

test.each([
  [
    'an id beyond 2^63',
    order(1, { admin_graphql_api_id: 'gid://shopify/Order/9223372036854775808' }),
    'admin_graphql_api_id',
  ],
  ['an id of 0', order(1, { admin_graphql_api_id: 'gid://shopify/Order/0' }), 'admin_graphql_api_id'],
  [
    'an id with zeros in front',
    order(1, { admin_graphql_api_id: 'gid://shopify/Order/007' }),
    'admin_graphql_api_id',
  ],
  [
    'a customer beyond 2^63',
    order(1, { customer: { admin_graphql_api_id: 'gid://shopify/Customer/9999999999999999999' } }),
    'customer.admin_graphql_api_id',
  ],
  ['a year beyond 2100', order(1, { processed_at: '+010000-01-01T00:00:00Z' }), 'processed_at'],
  ['the year 0', order(1, { updated_at: '0000-01-01T00:00:00Z' }), 'updated_at'],
  ['the year 10000', order(1, { updated_at: '10000-01-01T00:00:00Z' }), 'updated_at'],
  ['a time in words', order(1, { cancelled_at: 'Tuesday' }), 'cancelled_at'],
  ['a currency with U+0000', order(1, { currency: 'EU\u0000' }), 'currency'],
  ['a currency in words', order(1, { presentment_currency: 'euros' }), 'presentment_currency'],
  ['a product of letters', line(1, { product_id: 'abc' }), 'line_items.0.product_id'],
  ['a product below zero', line(1, { product_id: -7 }), 'line_items.0.product_id'],
  ['a variant and a half', line(1, { variant_id: 1.5 }), 'line_items.0.variant_id'],
  [
    'a group beyond 2^63',
    line(1, { sales_line_item_group_id: '9999999999999999999' }),
    'line_items.0.sales_line_item_group_id',
  ],
  ['a status that isn’t', order(1, { financial_status: 'pa\u0000id' }), 'financial_status'],
])('an order with %s is refused by the field’s name', async (_, body, field) => {
  for (const topic of ['orders/create', 'orders/paid', 'orders/updated', 'orders/cancelled']) {
    const answer = await told('/webhooks/orders', topic, body);
    expect(answer.status).toBe(200);
    expect(answer.refused).toContain(field);
  }
  expect(await prisma().order.count({ where: { shopId, orderId: orderId(1) } })).toBe(0);
});

test('two lines of one id are refused', async () => {
  const { line_items: lines } = JSON.parse(orderBody(1)) as { line_items: object[] };
  const answer = await told(
    '/webhooks/orders',
    'orders/paid',
    order(1, { line_items: [...lines, ...lines] }),
  );
  expect(answer).toEqual({ status: 200, refused: 'not an order: line_items' });
});

test.each([
  '"abc"',
  '1.5',
  '-5',
  '0',
  '"9223372036854775808"',
  '9223372036854775808',
  'true',
  '""',
  '"7\\u0000"',
])('a deletion of %s is refused', async (id) => {
  const answer = await told('/webhooks/orders', 'orders/delete', `{"id":${id}}`);
  expect(answer).toEqual({ status: 200, refused: 'not an order: id' });
});

test.each(['-5', '"abc"', '1e30', '9223372036854775808'])('a refund of order %s is refused', async (id) => {
  const body = `{"admin_graphql_api_id":"gid://shopify/Refund/7","order_id":${id}}`;
  const answer = await told('/webhooks/orders', 'refunds/create', body);
  expect(answer).toEqual({ status: 200, refused: 'not an order: order_id' });
});

test('a hundred thousand levels beside a long number are no order', async () => {
  const body = `{"n":12345678901234567890,"deep":${deep(100_000)}}`;
  for (const [path, topic] of [
    ['/webhooks/orders', 'orders/paid'],
    ['/webhooks/app', 'app/uninstalled'],
    ['/webhooks/compliance', 'customers/redact'],
    ['/webhooks/customers', 'customers/merge'],
    ['/webhooks/discounts', 'discounts/update'],
  ] as const) {
    const answer = await told(path, topic, body);
    expect(answer.status).toBe(200);
    expect(answer.refused).not.toBeNull();
  }
});

test('a text without an end beside a long number is no order, and holds nobody up', async () => {
  const body = `{"n":12345678901234567890,"name":"${'\\"'.repeat(1_000_000)}`;
  expect(await told('/webhooks/orders', 'orders/paid', body)).toEqual({ status: 200, refused: 'not JSON' });
});

test('names, tags and titles are kept without what PostgreSQL can’t keep, and not longer than Shopify’s', async () => {
  const change = {
    name: `#\ud800${'n'.repeat(5_000)}`,
    tags: 'a\u0000b, \udc00',
    source_name: 'w\u0000eb',
    discount_applications: [{ type: 'automatic', title: 'T\u0000\ud800' }],
  };
  expect(await told('/webhooks/orders', 'orders/paid', order(2, change))).toEqual({
    status: 200,
    refused: null,
  });
  const stored = await prisma().order.findFirstOrThrow({ where: { shopId, orderId: orderId(2) } });
  expect(stored.name).toBe(`#\ufffd${'n'.repeat(253)}`);
  expect(stored.snapshot).toMatchObject({
    tags: ['ab', '\ufffd'],
    source: 'web',
    discounts: [{ type: 'automatic', title: 'T\ufffd' }],
  });
});

test('ids of people that can’t be are refused by the field’s name', async () => {
  const redact = (rest: string) => `{"shop_domain":"${SHOP}",${rest}}`;
  const merge = (kept: string, deleted: string) => JSON.stringify(mergePayload(kept, deleted));
  const cases: [path: string, topic: string, body: string, field: string][] = [
    [
      '/webhooks/compliance',
      'customers/redact',
      redact('"customer":{"id":9223372036854775808}'),
      'customer.id',
    ],
    ['/webhooks/compliance', 'customers/redact', redact('"customer":{"id":0}'), 'customer.id'],
    ['/webhooks/compliance', 'customers/redact', redact('"orders_to_redact":[1,-2]'), 'orders_to_redact.1'],
    [
      '/webhooks/compliance',
      'customers/data_request',
      redact('"orders_requested":["x"]'),
      'orders_requested.0',
    ],
    ['/webhooks/customers', 'customers/merge', merge('9223372036854775808', '2'), 'customer_kept_id'],
    ['/webhooks/customers', 'customers/merge', merge('1', '0'), 'customer_deleted_id'],
    ['/webhooks/app', 'app/scopes_update', '{"current":["read_\\u0000orders"]}', 'current.0'],
    ['/webhooks/app', 'app/scopes_update', '{"current":["read_orders,write_orders"]}', 'current.0'],
    [
      '/webhooks/discounts',
      'discounts/update',
      '{"admin_graphql_api_id":"gid://shopify/DiscountAutomaticNode/0"}',
      'admin_graphql_api_id',
    ],
    ['/webhooks/discounts', 'discounts/redeemcode_removed', '{"redeem_code":{"code":7}}', 'redeem_code.code'],
  ];
  for (const [path, topic, body, field] of cases) {
    const answer = await told(path, topic, body);
    expect(answer.status).toBe(200);
    expect(answer.refused).toContain(field);
  }
});

test('a merge whose status has U+0000 is kept as no merge yet', async () => {
  const body = JSON.stringify({ ...mergePayload('1', '2'), status: 'f\u0000\ud800ailed' });
  expect(await told('/webhooks/customers', 'customers/merge', body, { webhookId: 'odd status' })).toEqual({
    status: 200,
    refused: null,
  });
  expect(await prisma().webhookDelivery.findFirst({ where: { webhookId: 'odd status' } })).toMatchObject({
    outcome: 'ignored',
    reason: 'merge f\ufffdailed',
  });
});

test('headers that can’t be Shopify’s are refused by their name, on every path', async () => {
  const long = Array.from({ length: 4_000 }, (_, index) =>
    String.fromCharCode(97 + ((index * 7919) % 26)),
  ).join('');
  const paths = ['orders', 'app', 'compliance', 'customers', 'discounts'].map((name) => `/webhooks/${name}`);
  for (const [index, path] of paths.entries()) {
    const body = orderBody(3);
    expect(await told(path, 'orders/paid', body, { webhookId: `${index}${long}` })).toEqual({
      status: 200,
      refused: 'impossible header: webhook id',
    });
    expect(await told(path, long, body)).toEqual({ status: 200, refused: 'impossible header: topic' });
    expect(await told(path, 'orders/paid', body, { shop: `${long}.myshopify.com` })).toEqual({
      status: 200,
      refused: 'impossible header: shop domain',
    });
    expect(await told(path, 'orders/paid', body, { shop: 'erased-1.invalid' })).toEqual({
      status: 200,
      refused: 'impossible header: shop domain',
    });
  }
  expect(await prisma().order.count({ where: { orderId: orderId(3) } })).toBe(0);
});

test('an impossible time in a header counts as none', async () => {
  for (const triggeredAt of ['+010000-01-01T00:00:00Z', '0000-01-01T00:00:00Z', 'soon']) {
    const body = `{"current":["read_orders"]}`;
    expect(await told('/webhooks/app', 'app/scopes_update', body, { triggeredAt })).toEqual({
      status: 200,
      refused: null,
    });
  }
});
