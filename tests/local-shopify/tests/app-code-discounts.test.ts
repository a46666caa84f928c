// Discounts with codes that an app's function decides, by the Admin API, against Shopify's own schema.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';

let world: InMemory;

beforeEach(async () => {
  world = await inMemory();
});
afterEach(() => world.stop());

const ERRORS = 'userErrors { field message code }';
const CREATE = `mutation ($d: DiscountCodeAppInput!) {
  discountCodeAppCreate(codeAppDiscount: $d) { codeAppDiscount { discountId } ${ERRORS} }
}`;
const UPDATE = `mutation ($id: ID!, $d: DiscountCodeAppInput!) {
  discountCodeAppUpdate(id: $id, codeAppDiscount: $d) { codeAppDiscount { discountId } ${ERRORS} }
}`;
const BASIC = `mutation ($id: ID!, $d: DiscountCodeBasicInput!) {
  discountCodeBasicUpdate(id: $id, basicCodeDiscount: $d) { codeDiscountNode { id } ${ERRORS} }
}`;
const SHOWN = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { ... on DiscountCodeNode {
    id
    config: metafield(namespace: "$app:box", key: "config") { value }
    codeDiscount { ... on DiscountCodeApp {
      title status usageLimit tags discountClasses appliesOnSubscription appliesOnOneTimePurchase
      appDiscountType { functionId discountClasses } codes(first: 5) { nodes { code } }
    } }
  } }
}`;
const FIND = 'query ($code: String!) { codeDiscountNodeByCode(code: $code) { id } }';

const INPUT = {
  title: 'A free cup',
  code: 'ABCD2345EFGH',
  functionHandle: 'loyalty-discount',
  discountClasses: ['PRODUCT'],
  startsAt: '2026-01-01T00:00:00Z',
  usageLimit: 1,
  tags: ['sixth'],
  context: { all: 'ALL' },
  combinesWith: { productDiscounts: true, orderDiscounts: false, shippingDiscounts: true },
  appliesOnSubscription: false,
  metafields: [{ namespace: '$app:box', key: 'config', type: 'json', value: '{"a":1}' }],
};

type Payload = { userErrors?: object[]; codeAppDiscount?: { discountId: string } | null };

async function call<T = Payload>(query: string, variables: object): Promise<T> {
  const { body } = await world.admin(query, variables);
  expect(body.errors).toBeUndefined();
  return Object.values(body.data ?? {})[0] as T;
}

async function created(): Promise<string> {
  const { codeAppDiscount, userErrors } = await call(CREATE, { d: INPUT });
  expect(userErrors).toEqual([]);
  return codeAppDiscount?.discountId ?? '';
}
const refused = async (change: object) => (await call(CREATE, { d: { ...INPUT, ...change } })).userErrors;

test('is made with its first code and its metafields, found by both, and told', async () => {
  const id = await created();
  expect(await call(FIND, { code: 'abcd2345efgh' })).toEqual({ id });
  expect(await call(SHOWN, { ids: [id] })).toEqual([
    {
      id,
      config: { value: '{"a":1}' },
      codeDiscount: {
        title: 'A free cup',
        status: 'ACTIVE',
        usageLimit: 1,
        tags: ['sixth'],
        discountClasses: ['PRODUCT'],
        appliesOnSubscription: false,
        appliesOnOneTimePurchase: true,
        appDiscountType: { functionId: '01970000-0000-7000-8000-000000000001', discountClasses: ['PRODUCT'] },
        codes: { nodes: [{ code: 'ABCD2345EFGH' }] },
      },
    },
  ]);
  await world.shopify.webhooks.flush();
  expect(world.received.map(({ body }) => body)).toEqual([JSON.stringify({ admin_graphql_api_id: id })]);
});

test('is changed in what the input names, its function aside', async () => {
  const id = await created();
  const metafields = [{ namespace: '$app:box', key: 'config', type: 'json', value: '{"a":2}' }];
  await call(UPDATE, { id, d: { title: 'Two cups', discountClasses: ['ORDER'], metafields } });
  expect(await call(SHOWN, { ids: [id] })).toMatchObject([
    {
      config: { value: '{"a":2}' },
      codeDiscount: {
        title: 'Two cups',
        discountClasses: ['ORDER'],
        usageLimit: 1,
        // What the input's type has a default for is always there.
        appliesOnSubscription: true,
      },
    },
  ]);
});

describe('is refused', () => {
  test.each([
    [{ functionHandle: undefined }, 'functionHandle', 'MISSING_FUNCTION_IDENTIFIER'],
    [{ functionHandle: 'other' }, 'functionHandle', 'INVALID'],
    [{ discountClasses: [] }, 'discountClasses', 'BLANK'],
    [{ code: ' ' }, 'code', 'BLANK'],
    [{ title: '' }, 'title', 'BLANK'],
    [{ context: undefined }, 'context', 'BLANK'],
  ])('%j', async (change, field, code) => {
    expect(await refused(change)).toMatchObject([{ field: ['codeAppDiscount', field], code }]);
  });

  test('for a custom app on a plan below Plus, and where another discount has its code', async () => {
    await created();
    expect(await refused({})).toMatchObject([{ code: 'TAKEN' }]);
    world.shopify.app.publicCategory = 'CUSTOM';
    world.shop.plan = 'basic';
    const message = 'Shop must be on a Shopify Plus plan to activate functions from a custom app.';
    expect(await refused({ code: 'OTHER' })).toMatchObject([
      { field: ['codeAppDiscount', 'functionHandle'], message },
    ]);
  });

  test('as one of Shopify’s own kinds', async () => {
    const id = await created();
    expect(await call(BASIC, { id, d: { title: 'Other' } })).toMatchObject({
      userErrors: [{ field: ['id'] }],
    });
  });
});

describe('when the app is uninstalled', () => {
  const codes = () => world.shop.codeDiscounts.values().map(({ title }) => title);

  test('it goes with its codes, and nobody is told', async () => {
    const id = await created();
    await world.shopify.webhooks.flush();
    const before = world.received.length;
    await world.shopify.uninstall(world.shop.domain);
    await world.shopify.webhooks.flush();
    expect([codes(), world.shop.codeDiscounts.find('ABCD2345EFGH')]).toEqual([[], null]);
    expect(world.received.slice(before).map(({ path }) => path)).toHaveLength(1);
    expect(id).not.toBe('');
  });

  test('or stays, and gives nothing', async () => {
    await created();
    world.shop.unsettled = { ...world.shop.unsettled, appCodesLeft: 'idle' };
    await world.shopify.uninstall(world.shop.domain);
    expect([codes(), world.shop.runsFunctions()]).toEqual([['A free cup'], false]);
    await world.shopify.install(world.shop.domain);
    expect(world.shop.runsFunctions()).toBe(true);
  });
});
