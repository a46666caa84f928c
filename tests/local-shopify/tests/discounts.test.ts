// Automatic app discounts by the Admin API, against Shopify's own schema.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';

let world: InMemory;

beforeEach(async () => {
  world = await inMemory();
});
afterEach(() => world.stop());

const CREATE = `mutation ($d: DiscountAutomaticAppInput!) {
  discountAutomaticAppCreate(automaticAppDiscount: $d) {
    automaticAppDiscount { discountId title status startsAt endsAt discountClasses appliesOnSubscription
      combinesWith { productDiscounts orderDiscounts shippingDiscounts } appDiscountType { appKey functionId } }
    userErrors { field message code }
  }
}`;
const UPDATE = `mutation ($id: ID!, $d: DiscountAutomaticAppInput!) {
  discountAutomaticAppUpdate(id: $id, automaticAppDiscount: $d) { userErrors { field message code } }
}`;
const BY_ID = (name: string) =>
  `mutation ($id: ID!) { ${name}(id: $id) { userErrors { field message code } } }`;

const INPUT = {
  title: 'Coffee card',
  functionHandle: 'loyalty-discount',
  startsAt: '2026-01-01T01:00:00+01:00',
  discountClasses: ['PRODUCT'],
  appliesOnSubscription: false,
  metafields: [{ namespace: '$app:sixth-free', key: 'config', type: 'json', value: '{"own":"coffee"}' }],
};

type Payload = { userErrors: { field: string[]; message: string; code: string }[]; [name: string]: unknown };

async function call(query: string, variables: object): Promise<Payload> {
  const { body } = await world.admin(query, variables);
  expect(body.errors).toBeUndefined();
  return Object.values(body.data ?? {})[0] as Payload;
}

async function created(change: object = {}): Promise<string> {
  const { automaticAppDiscount, userErrors } = await call(CREATE, { d: { ...INPUT, ...change } });
  expect(userErrors).toEqual([]);
  return (automaticAppDiscount as { discountId: string }).discountId;
}

const refusalOf = async (change: object) =>
  (await call(CREATE, { d: { ...INPUT, ...change } })).userErrors[0];

describe('an automatic app discount', () => {
  test('is made with Shopify’s defaults, told, and found by its id and in the list', async () => {
    const made = await call(CREATE, { d: INPUT });
    expect(made.automaticAppDiscount).toMatchObject({
      title: 'Coffee card',
      status: 'ACTIVE',
      startsAt: '2026-01-01T00:00:00Z',
      endsAt: null,
      combinesWith: { productDiscounts: false, orderDiscounts: false, shippingDiscounts: false },
      appliesOnSubscription: false,
      appDiscountType: { appKey: 'test-key' },
    });
    const id = (made.automaticAppDiscount as { discountId: string }).discountId;
    const { body } = await world.admin(
      `query ($ids: [ID!]!) {
        nodes(ids: $ids) { ... on DiscountAutomaticNode { id metafield(namespace: "$app:sixth-free", key: "config") { jsonValue } } }
        discountNodes(first: 5, query: "method:automatic") { nodes { id discount { __typename ... on DiscountAutomaticApp { title } } } }
      }`,
      { ids: [id, 'gid://shopify/DiscountAutomaticNode/1'] },
    );
    expect(body.data).toEqual({
      nodes: [{ id, metafield: { jsonValue: { own: 'coffee' } } }, null],
      discountNodes: {
        nodes: [{ id, discount: { __typename: 'DiscountAutomaticApp', title: 'Coffee card' } }],
      },
    });
    await world.shopify.webhooks.flush();
    expect(world.received.map(({ path, body: told }) => [path, told])).toEqual([
      ['/webhooks/discounts', JSON.stringify({ admin_graphql_api_id: id })],
    ]);
  });

  test('is changed in what the input names, ended, activated and deleted', async () => {
    const id = await created({ endsAt: '2099-01-01T00:00:00Z' });
    const one = () => world.shop.automaticDiscounts.get(id.split('/').at(-1) ?? '');
    const d = { title: 'Bean card', endsAt: null, appliesOnSubscription: false };
    expect(await call(UPDATE, { id, d })).toEqual({ userErrors: [] });
    expect(one()).toMatchObject({ title: 'Bean card', endsAt: null, startsAt: '2026-01-01T00:00:00Z' });
    expect(Object.keys(one()?.metafields ?? {})).toHaveLength(1);
    await call(BY_ID('discountAutomaticDeactivate'), { id });
    expect(one()?.endsAt).not.toBeNull();
    await call(BY_ID('discountAutomaticActivate'), { id });
    expect(one()?.endsAt).toBeNull();
    await call(BY_ID('discountAutomaticDelete'), { id });
    expect(one()).toBeUndefined();
    for (const name of [
      'discountAutomaticActivate',
      'discountAutomaticDeactivate',
      'discountAutomaticDelete',
    ]) {
      expect((await call(BY_ID(name), { id })).userErrors[0]?.message).toBe('Discount does not exist');
    }
    expect((await call(UPDATE, { id, d })).userErrors).toHaveLength(1);
  });
});

describe('is refused', () => {
  test.each([
    [{ title: '  ' }, 'title', 'BLANK'],
    [{ title: 'x'.repeat(256) }, 'title', 'TOO_LONG'],
    [{ startsAt: null }, 'startsAt', 'BLANK'],
    [{ endsAt: '2025-12-31T00:00:00Z' }, 'endsAt', 'END_DATE_BEFORE_START_DATE'],
    [{ functionHandle: null }, 'functionHandle', 'MISSING_FUNCTION_IDENTIFIER'],
    [{ functionHandle: 'other' }, 'functionHandle', 'INVALID'],
  ])('with %o', async (change, name, code) => {
    expect(await refusalOf(change)).toMatchObject({ field: ['automaticAppDiscount', name], code });
    expect(world.shop.automaticDiscounts.values()).toEqual([]);
  });

  test('with the title of another that hasn’t ended', async () => {
    const id = await created();
    expect(await refusalOf({ title: 'COFFEE card' })).toMatchObject({ code: 'TAKEN' });
    await call(BY_ID('discountAutomaticDeactivate'), { id });
    await created();
  });

  test('for a custom app on a plan below Plus, and beyond 25 active ones', async () => {
    world.shop.plan = 'basic';
    await created();
    world.shopify.app.publicCategory = 'CUSTOM';
    expect((await refusalOf({ title: 'Tea' }))?.message).toContain('Shopify Plus plan');
    world.shop.plan = 'plus';
    for (let made = 1; made < 25; made += 1) await created({ title: `Card ${made}` });
    expect(await refusalOf({ title: 'One more' })).toMatchObject({ code: 'MAX_APP_DISCOUNTS' });
  });

  test('without the scope, and gone with the app', async () => {
    await created();
    const at = world.shopify.clock();
    const poor = await world.shopify.tokens.issue(world.shop.domain, ['read_discounts'], at, true);
    const { body } = await world.admin(CREATE, { d: { ...INPUT, title: 'Tea' } }, poor.accessToken);
    expect(body.errors?.[0]?.extensions?.code).toBe('ACCESS_DENIED');
    await world.shopify.uninstall(world.shop.domain);
    expect(world.shop.automaticDiscounts.values()).toEqual([]);
  });
});
