import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';

let world: InMemory;

beforeEach(async () => {
  world = await inMemory();
});
afterEach(() => world.stop());

const customerId = () => world.shop.setup.customers[0]?.id ?? '';

function place(): Promise<Order> {
  const variantId = world.shop.products[0]?.variants[0]?.id ?? '';
  const lines = [{ variantId, quantity: 2 }];
  return world.shop.placeOrder({ customerId: customerId(), lines, payment: 'paid', locale: 'en' });
}

const codes = (body: { errors?: { extensions?: { code?: string } }[] }) =>
  body.errors?.map((one) => one.extensions?.code);

test('what the real schema refuses is refused, with status 200', async () => {
  const { status, body } = await world.admin('{ shop { loyaltyPoints } }');
  expect(status).toBe(200);
  expect(body.errors?.[0]?.message).toContain('Cannot query field "loyaltyPoints"');
  expect(body.data).toBeUndefined();
});

test('the shop, and the installation with its scopes', async () => {
  const { body } = await world.admin(
    '{ shop { myshopifyDomain currencyCode ianaTimezone } currentAppInstallation { id accessScopes { handle } } }',
  );
  expect(body.data?.['shop']).toEqual({
    myshopifyDomain: world.shop.domain,
    currencyCode: 'EUR',
    ianaTimezone: 'Europe/Dublin',
  });
  const installation = body.data?.['currentAppInstallation'] as { accessScopes: { handle: string }[] };
  expect(installation.accessScopes.map((one) => one.handle)).toContain('read_orders');
});

test('a field whose scope the toml does not ask for is denied', async () => {
  const { body } = await world.admin('{ shopLocales { locale } }');
  expect(codes(body)).toEqual(['ACCESS_DENIED']);
});

test('a token with fewer scopes sees less', async () => {
  const { accessToken } = await world.shopify.tokens.issue(
    world.shop.domain,
    ['read_products'],
    new Date(),
    true,
  );
  const { body } = await world.admin('{ orders(first: 1) { nodes { id } } }', {}, accessToken);
  expect(codes(body)).toEqual(['ACCESS_DENIED']);
});

test('names and e-mails of customers come back null with an error', async () => {
  const { body } = await world.admin(
    `{ customer(id: "gid://shopify/Customer/${customerId()}") { id locale firstName email } }`,
  );
  expect(body.data?.['customer']).toEqual({
    id: `gid://shopify/Customer/${customerId()}`,
    locale: 'en',
    firstName: null,
    email: null,
  });
  expect(codes(body)).toEqual(['ACCESS_DENIED', 'ACCESS_DENIED']);
});

describe('customers are found', () => {
  const found = async (query: string) => {
    const document =
      'query ($query: String!) { customers(first: 50, query: $query) { nodes { firstName } } }';
    const { body } = await world.admin(document, { query });
    const nodes = (body.data?.['customers'] as { nodes: { firstName: string }[] } | undefined)?.nodes;
    return nodes?.map(({ firstName }) => firstName) ?? body.errors?.[0]?.message;
  };

  test('by the beginnings of their names once those are granted, all of which must be theirs', async () => {
    expect(await found('aoi*')).toEqual([]);
    world.shop.namesGranted = true;
    expect(await found('aoi*')).toEqual(['Aoife']);
    expect(await found('byr* aoife')).toEqual(['Aoife']);
    expect(await found('oife*')).toEqual([]);
    expect(await found('aoi')).toEqual([]);
    expect(await found('aoife weber')).toEqual([]);
    expect(await found('o\\*')).toEqual([]);
  });

  test('by their e-mail once that is granted', async () => {
    world.shop.namesGranted = true;
    expect(await found('email:jonas@*')).toEqual([]);
    world.shop.emailsGranted = true;
    expect(await found('email:jonas@*')).toEqual(['Jonas']);
    expect(await found('email:jonas@example.com')).toEqual(['Jonas']);
  });

  test.each(['aoife OR jonas', '-aoife', '(aoife)', 'ao*fe', 'nickname:aoife'])(
    'not by what the app never asks for: %s',
    async (query) => {
      world.shop.namesGranted = true;
      expect(await found(query)).toMatch(/can't search/);
    },
  );
});

test('orders are found by updated_at, in its order, page by page', async () => {
  const placed = [await place(), await place(), await place()];
  const document = `query ($after: String, $q: String!) {
    orders(first: 2, after: $after, query: $q, sortKey: UPDATED_AT) { nodes { id } pageInfo { hasNextPage endCursor } }
  }`;
  type Page = { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  const page = async (after: string | null) => {
    const q = `updated_at:>='${placed[0]?.updatedAt ?? ''}'`;
    return (await world.admin(document, { after, q })).body.data?.['orders'] as Page;
  };
  const first = await page(null);
  const second = await page(first.pageInfo.endCursor);
  expect([...first.nodes, ...second.nodes].map((one) => one.id)).toEqual(
    placed.map((one) => `gid://shopify/Order/${one.id}`),
  );
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  const later = await world.admin(document, { after: null, q: 'updated_at:>2099-01-01' });
  expect((later.body.data?.['orders'] as Page).nodes).toEqual([]);
});

test('a deleted order is null, and an id of another type an error', async () => {
  const order = await place();
  await world.shop.deleteOrder(order.id);
  expect((await world.admin(`{ order(id: "gid://shopify/Order/${order.id}") { id } }`)).body.data).toEqual({
    order: null,
  });
  const wrong = await world.admin(`{ order(id: "gid://shopify/Customer/${customerId()}") { id } }`);
  expect(codes(wrong.body)).toEqual(['RESOURCE_NOT_FOUND']);
});

test('products name their collections; a product that is gone is null', async () => {
  const product = world.shop.products[0];
  const ids = [`gid://shopify/Product/${product?.id ?? ''}`, 'gid://shopify/Product/1'];
  const document =
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Product { collections(first: 5) { nodes { title } } } } }';
  const { body } = await world.admin(document, { ids });
  expect(body.data?.['nodes']).toEqual([{ collections: { nodes: [{ title: 'Coffee' }] } }, null]);
});

test('what the stand-in has no data for is null, or a loud error where null is not allowed', async () => {
  const { id } = await place();
  const { body } = await world.admin(
    `{ order(id: "gid://shopify/Order/${id}") { poNumber agreements(first: 1) { nodes { id } } } }`,
  );
  expect(body.errors?.[0]?.message).toBe('the stand-in has no Order.agreements');
});

test('the cost is told, and a bucket that runs dry throttles', async () => {
  const throttle = world.shopify.throttle(world.shop.domain);
  throttle.configure(1, 300);
  await place();
  const ask = () => world.admin('{ orders(first: 200) { nodes { id } } }');
  const first = await ask();
  expect(first.body.extensions?.cost).toMatchObject({
    requestedQueryCost: 200,
    actualQueryCost: 1,
    throttleStatus: { maximumAvailable: 300, restoreRate: 1 },
  });
  throttle.take(250, new Date());
  const second = await ask();
  expect([second.status, codes(second.body), second.body.data]).toEqual([200, ['THROTTLED'], undefined]);
});

test('a query that costs more than 1000 is refused before it runs', async () => {
  const { body } = await world.admin(
    '{ orders(first: 100) { nodes { lineItems(first: 50) { nodes { id } } } } }',
  );
  expect(codes(body)).toEqual(['MAX_COST_EXCEEDED']);
});

test('a page without a size, or with one beyond 250, is refused', async () => {
  expect((await world.admin('{ orders { nodes { id } } }')).body.errors?.[0]?.message).toContain(
    'first or last',
  );
  expect(codes((await world.admin('{ orders(first: 251) { nodes { id } } }')).body)).toEqual(['BAD_REQUEST']);
});

test('an unknown token is 401, another version 404', async () => {
  expect((await world.admin('{ shop { id } }', {}, 'shpat_none')).status).toBe(401);
  const old = await fetch(`${world.shopUrl}/admin/api/2025-01/graphql.json`, { method: 'POST' });
  expect(old.status).toBe(404);
});

test('calls are throttled, fail, and are carried out without an answer on request', async () => {
  const faults = world.shopify.faults(world.shop.domain);
  faults.plan('throttle');
  faults.plan('error');
  faults.plan('lose_answer');
  const ownerId = `gid://shopify/Customer/${customerId()}`;
  const document = `mutation { metafieldsSet(metafields: [{ ownerId: "${ownerId}", namespace: "$app", key: "loyalty", type: "json", value: "{}" }]) { userErrors { message } } }`;
  expect(codes((await world.admin(document)).body)).toEqual(['THROTTLED']);
  expect((await world.admin(document)).status).toBe(500);
  expect(world.shop.customers.get(customerId())?.metafields).toEqual({});
  await expect(world.admin(document)).rejects.toThrow();
  expect(Object.keys(world.shop.customers.get(customerId())?.metafields ?? {})).toEqual([
    `${world.shopify.app.namespace}.loyalty`,
  ]);
});
