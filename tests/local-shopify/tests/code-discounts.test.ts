// Discounts with codes by the Admin API, against Shopify's own schema: made, changed, their codes made and deleted later.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';

let world: InMemory;

beforeEach(async () => {
  world = await inMemory();
});
afterEach(() => world.stop());

const ERRORS = 'userErrors { field message code }';
const CREATE = `mutation ($d: DiscountCodeBasicInput!) {
  discountCodeBasicCreate(basicCodeDiscount: $d) { codeDiscountNode { id } ${ERRORS} }
}`;
const CREATE_SHIPPING = `mutation ($d: DiscountCodeFreeShippingInput!) {
  discountCodeFreeShippingCreate(freeShippingCodeDiscount: $d) { codeDiscountNode { id } ${ERRORS} }
}`;
const UPDATE = `mutation ($id: ID!, $d: DiscountCodeBasicInput!) {
  discountCodeBasicUpdate(id: $id, basicCodeDiscount: $d) { codeDiscountNode { id } ${ERRORS} }
}`;
const ADD = `mutation ($id: ID!, $codes: [DiscountRedeemCodeInput!]!) {
  discountRedeemCodeBulkAdd(discountId: $id, codes: $codes) { bulkCreation { id done } ${ERRORS} }
}`;
const ADDED = `query ($id: ID!) {
  discountRedeemCodeBulkCreation(id: $id) {
    done codesCount importedCount failedCount
    codes(first: 250) { nodes { code errors { code } discountRedeemCode { id } } }
  }
}`;
const DELETE = `mutation ($id: ID!, $ids: [ID!]) {
  discountCodeRedeemCodeBulkDelete(discountId: $id, ids: $ids) { job { id done } ${ERRORS} }
}`;
const FIND = 'query ($code: String!) { codeDiscountNodeByCode(code: $code) { id } }';
const SHOWN = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { ... on DiscountCodeNode { id codeDiscount {
    ... on DiscountCodeBasic {
      title status usageLimit asyncUsageCount tags discountClasses codesCount { count }
      minimumRequirement { ... on DiscountMinimumSubtotal { greaterThanOrEqualToSubtotal { amount } } }
      customerGets { value { ... on DiscountAmount { amount { amount } } ... on DiscountPercentage { percentage } }
        items { ... on AllDiscountItems { allItems } ... on DiscountProducts { products(first: 50) { nodes { id } } } } }
    }
    ... on DiscountCodeFreeShipping { title maximumShippingPrice { amount } discountClasses }
  } } }
}`;

const INPUT = {
  title: '5.00 off',
  code: 'ABCD2345EFGH',
  startsAt: '2026-01-01T00:00:00Z',
  usageLimit: 1,
  tags: ['sixth'],
  context: { all: 'ALL' },
  combinesWith: { productDiscounts: true, orderDiscounts: false, shippingDiscounts: true },
  minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal: '5.00' } },
  customerGets: {
    items: { all: true },
    value: { discountAmount: { amount: '5.00', appliesOnEachItem: false } },
  },
};

type UserError = { field: string[]; message: string; code: string };
type Payload = { userErrors?: UserError[]; [name: string]: unknown };

async function call<T = Payload>(query: string, variables: object): Promise<T> {
  const { body } = await world.admin(query, variables);
  expect(body.errors).toBeUndefined();
  return Object.values(body.data ?? {})[0] as T;
}

async function created(change: object = {}): Promise<string> {
  const made = await call(CREATE, { d: { ...INPUT, ...change } });
  expect(made.userErrors).toEqual([]);
  return (made['codeDiscountNode'] as { id: string }).id;
}

async function added(id: string, codes: string[]): Promise<string> {
  const made = await call(ADD, { id, codes: codes.map((code) => ({ code })) });
  expect(made).toMatchObject({ bulkCreation: { done: false }, userErrors: [] });
  return (made['bulkCreation'] as { id: string }).id;
}

const finds = (code: string) => call<{ id: string } | null>(FIND, { code });

describe('a discount with codes', () => {
  test('is made with its first code, and found by it whatever its case, by its id and by its tag', async () => {
    const id = await created();
    expect(await finds('abcd2345efgh')).toEqual({ id });
    expect(await call(SHOWN, { ids: [id] })).toEqual([
      {
        id,
        codeDiscount: {
          title: '5.00 off',
          status: 'ACTIVE',
          usageLimit: 1,
          asyncUsageCount: 0,
          tags: ['sixth'],
          discountClasses: ['ORDER'],
          codesCount: { count: 1 },
          minimumRequirement: { greaterThanOrEqualToSubtotal: { amount: '5.00' } },
          customerGets: { value: { amount: { amount: '5.00' } }, items: { allItems: true } },
        },
      },
    ]);
    const { body } = await world.admin('{ discountNodes(first: 5, query: "tag:sixth") { nodes { id } } }');
    expect(body.data).toEqual({ discountNodes: { nodes: [{ id }] } });
    await world.shopify.webhooks.flush();
    expect(world.received.map((one) => one.body)).toEqual([JSON.stringify({ admin_graphql_api_id: id })]);
  });

  test('is of chosen customers, who must be there, and of whom one must be left', async () => {
    const [one, other] = world.shop.setup.customers.map((each) => `gid://shopify/Customer/${each.id}`);
    const chosen = (add: (string | undefined)[], remove: (string | undefined)[] = []) => {
      return { context: { customers: { add, remove } } };
    };
    const codes = async (id: string, d: object) =>
      (await call(UPDATE, { id, d })).userErrors?.map(({ field }) => field.slice(1).join('.'));
    const id = await created(chosen([one]));
    expect(await codes(id, chosen([other], [one]))).toEqual([]);
    const shown = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on DiscountCodeNode { codeDiscount {
      ... on DiscountCodeBasic { context { ... on DiscountCustomers { customers { id } } } } } } } }`;
    expect(await call(shown, { ids: [id] })).toEqual([
      { codeDiscount: { context: { customers: [{ id: other }] } } },
    ]);
    const wrong = [
      chosen(['gid://shopify/Customer/1']),
      chosen([other]),
      chosen([], [other]),
      chosen([one], [one]),
    ];
    for (const each of wrong) expect(await codes(id, each)).toEqual(['context.customers.add']);
  });

  test('is changed in what the input names', async () => {
    const [beans, cup] = world.shop.products.map((one) => `gid://shopify/Product/${one.id}`);
    const products = (productsToAdd: (string | undefined)[], productsToRemove: (string | undefined)[]) => ({
      customerGets: { items: { products: { productsToAdd, productsToRemove } } },
    });
    const id = await created();
    await call(UPDATE, { id, d: { title: 'Other', ...products([beans, cup], []) } });
    await call(UPDATE, { id, d: { minimumRequirement: null, ...products([], [cup]) } });
    expect(await call(SHOWN, { ids: [id] })).toMatchObject([
      {
        codeDiscount: {
          title: 'Other',
          discountClasses: ['PRODUCT'],
          minimumRequirement: null,
          customerGets: {
            value: { amount: { amount: '5.00' } },
            items: { products: { nodes: [{ id: beans }] } },
          },
        },
      },
    ]);
  });

  test('of free shipping is for rates up to a price', async () => {
    const { customerGets: _, ...rest } = INPUT;
    const d = { ...rest, destination: { all: true }, maximumShippingPrice: '4.90' };
    const made = await call(CREATE_SHIPPING, { d });
    const { id } = made['codeDiscountNode'] as { id: string };
    expect(await call(SHOWN, { ids: [id] })).toMatchObject([
      { codeDiscount: { maximumShippingPrice: { amount: '4.90' }, discountClasses: ['SHIPPING'] } },
    ]);
  });

  test('stays when the app goes', async () => {
    await created();
    await world.shopify.uninstall(world.shop.domain);
    expect(world.shop.codeDiscounts.find(INPUT.code)).not.toBeNull();
  });
});

describe('is refused', () => {
  const gets = (change: object) => ({ customerGets: { ...INPUT.customerGets, ...change } });
  test.each([
    [{ title: ' ' }, 'title', 'BLANK'],
    [{ code: '' }, 'code', 'BLANK'],
    [{ context: null }, 'context', 'BLANK'],
    [{ usageLimit: 0 }, 'usageLimit', 'GREATER_THAN'],
    [{ tags: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'tags', 'TOO_MANY_TAGS'],
    [{ endsAt: '2025-01-01T00:00:00Z' }, 'endsAt', 'END_DATE_BEFORE_START_DATE'],
    [gets({ value: { percentage: 1.5 } }), 'percentage', 'VALUE_OUTSIDE_RANGE'],
    [gets({ value: { discountAmount: { amount: '0' } } }), 'amount', 'GREATER_THAN'],
    [gets({ items: { products: { productsToAdd: ['gid://shopify/Product/1'] } } }), 'items', 'INVALID'],
    [gets({ items: { products: { productsToAdd: [] } } }), 'items', 'APPLIES_ON_NOTHING'],
  ])('with %o', async (change, name, code) => {
    const { userErrors } = await call(CREATE, { d: { ...INPUT, ...change } });
    expect(userErrors).toMatchObject([{ code }]);
    expect(userErrors?.[0]?.field).toContain(name);
    expect(world.shop.codeDiscounts.values()).toEqual([]);
  });

  test('with a code that another has, in another case', async () => {
    await created();
    const { userErrors } = await call(CREATE, { d: { ...INPUT, code: 'abcd2345EFGH' } });
    expect(userErrors).toMatchObject([{ field: ['basicCodeDiscount', 'code'], code: 'TAKEN' }]);
  });
});

describe('codes', () => {
  test('are made later, at most 250 at once, and not where a discount has them', async () => {
    const id = await created();
    await created({ code: 'OTHER' });
    const creation = await added(id, ['NEW1', 'other', 'NEW2']);
    expect(await call(ADDED, { id: creation })).toMatchObject({
      done: true,
      codesCount: 3,
      importedCount: 2,
      failedCount: 1,
      codes: { nodes: [{ code: 'NEW1', errors: [] }, { errors: [{ code: 'TAKEN' }] }, { code: 'NEW2' }] },
    });
    expect(await finds('new1')).toEqual({ id });
    const codes = Array.from({ length: 251 }, (_, index) => ({ code: `C${index}` }));
    expect((await call(ADD, { id, codes })).userErrors).toMatchObject([{ field: ['codes'] }]);
  });

  test('are deleted later, by their ids', async () => {
    const id = await created();
    world.shop.codeDiscounts.trouble.holdsWork = true;
    const [code] = world.shop.codeDiscounts.codesOf(id.split('/').at(-1) ?? '');
    const ids = [`gid://shopify/DiscountRedeemCode/${code?.id ?? ''}`];
    expect(await call(DELETE, { id, ids })).toMatchObject({ job: { done: false }, userErrors: [] });
    expect(await finds(INPUT.code)).toEqual({ id });
    world.shop.codeDiscounts.trouble.clear();
    expect(await finds(INPUT.code)).toBeNull();
  });

  test('come to less than what is said of them, where trouble is asked for', async () => {
    const { trouble } = world.shop.codeDiscounts;
    const id = await created();
    trouble.skips = (code) => code === 'SKIPPED';
    trouble.fails = (code) => code === 'FAILED';
    const creation = await added(id, ['SKIPPED', 'FAILED', 'MADE']);
    expect(await call(ADDED, { id: creation })).toMatchObject({
      done: true,
      importedCount: 2,
      failedCount: 1,
    });
    expect([await finds('SKIPPED'), await finds('FAILED'), await finds('MADE')]).toEqual([
      null,
      null,
      { id },
    ]);
    trouble.keepsDeleted = true;
    const ids = world.shop.codeDiscounts.codesOf(id.split('/').at(-1) ?? '').map((one) => one.id);
    await call(DELETE, { id, ids: ids.map((one) => `gid://shopify/DiscountRedeemCode/${one}`) });
    expect(await finds('MADE')).toEqual({ id });
    trouble.refusesDeletion = 'not now';
    const refused = await call(DELETE, {
      id,
      ids: ids.map((one) => `gid://shopify/DiscountRedeemCode/${one}`),
    });
    expect(refused).toMatchObject({ job: null, userErrors: [{ message: 'not now' }] });
  });

  test('are made though the answer was lost', async () => {
    const id = await created();
    world.shopify.faults(world.shop.domain).plan('lose_answer');
    await expect(world.admin(ADD, { id, codes: [{ code: 'LOST' }] })).rejects.toThrow();
    expect(await finds('LOST')).toEqual({ id });
  });
});
