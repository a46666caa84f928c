import { afterEach, beforeEach, expect, test } from 'vitest';
import { inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';

const DOCUMENT = `mutation ($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) { metafields { key namespace } userErrors { field message code elementIndex } }
}`;

type Answer = {
  metafields: { key: string; namespace: string }[] | null;
  userErrors: { field: string[]; message: string; code: string; elementIndex: number | null }[];
};

let world: InMemory;

beforeEach(async () => {
  world = await inMemory();
});
afterEach(() => world.stop());

const owners = () => world.shop.setup.customers.map((one) => `gid://shopify/Customer/${one.id}`);

const loyalty = (ownerId: string, value = '{"v":1}') => ({
  ownerId,
  namespace: '$app',
  key: 'loyalty',
  type: 'json',
  value,
});

async function set(metafields: object[]): Promise<Answer> {
  const { body } = await world.admin(DOCUMENT, { metafields });
  return body.data?.['metafieldsSet'] as Answer;
}

const stored = (index: number) =>
  Object.values(world.shop.customers.get(world.shop.setup.customers[index]?.id ?? '')?.metafields ?? {});

test('$app is the namespace of the app, and Liquid finds the value under it', async () => {
  const [owner = ''] = owners();
  const answer = await set([loyalty(owner)]);
  expect(answer.metafields).toEqual([{ key: 'loyalty', namespace: world.shopify.app.namespace }]);
  expect(stored(0)).toMatchObject([{ key: 'loyalty', type: 'json', value: '{"v":1}' }]);
});

test('C77 one deleted customer among others: nothing is written and its index is named', async () => {
  const [first = '', gone = '', third = ''] = owners();
  await world.shop.deleteCustomer(gone.split('/').at(-1) ?? '');
  const answer = await set([loyalty(first), loyalty(gone), loyalty(third)]);
  expect(answer.userErrors).toEqual([
    {
      field: ['metafields', '1', 'ownerId'],
      message: 'Owner does not exist.',
      code: 'INVALID',
      elementIndex: 1,
    },
  ]);
  expect([stored(0), stored(2)]).toEqual([[], []]);
  expect((await set([loyalty(first), loyalty(third)])).userErrors).toEqual([]);
});

test('26 at once are refused', async () => {
  const [owner = ''] = owners();
  const answer = await set(Array.from({ length: 26 }, () => loyalty(owner)));
  expect(answer.userErrors).toMatchObject([{ code: 'LESS_THAN_OR_EQUAL_TO', elementIndex: null }]);
});

test.each([
  ['no JSON', { value: '{' }, 'INVALID_VALUE'],
  ['an empty value', { value: '' }, 'BLANK'],
  ['a value beyond 128 KB', { value: JSON.stringify('x'.repeat(131_072)) }, 'TOO_LONG'],
  ['another type than the toml defines', { type: 'boolean' }, 'INVALID_TYPE'],
  ['a namespace of another app', { namespace: 'app--1' }, 'APP_NOT_AUTHORIZED'],
  ['a digest of another value', { compareDigest: 'old' }, 'STALE_OBJECT'],
])('%s is refused', async (_name, part, code) => {
  const [owner = ''] = owners();
  expect((await set([{ ...loyalty(owner), ...part }])).userErrors).toMatchObject([{ code, elementIndex: 0 }]);
});

test('the app owns metafields of its installation', async () => {
  const { body } = await world.admin('{ currentAppInstallation { id } }');
  const { id } = body.data?.['currentAppInstallation'] as { id: string };
  await set([{ ownerId: id, namespace: 'sixth', key: 'program', type: 'json', value: '{"v":1}' }]);
  expect(world.shop.appMetafields['sixth.program']?.value).toBe('{"v":1}');
  const read = '{ currentAppInstallation { metafield(namespace: "sixth", key: "program") { jsonValue } } }';
  expect((await world.admin(read)).body.data).toEqual({
    currentAppInstallation: { metafield: { jsonValue: { v: 1 } } },
  });
});

test('without write_customers nothing is written to customers', async () => {
  const { accessToken } = await world.shopify.tokens.issue(
    world.shop.domain,
    ['read_customers'],
    new Date(),
    true,
  );
  const [owner = ''] = owners();
  const { body } = await world.admin(DOCUMENT, { metafields: [loyalty(owner)] }, accessToken);
  expect(body.errors?.[0]?.extensions?.code).toBe('ACCESS_DENIED');
  expect(stored(0)).toEqual([]);
});
