// Shopify's limits on functions: 3000 bytes and a cost of 30 for the query, 10,000 bytes for a metafield, 128,000 for the
// input and 20,000 for the answer of a cart up to 200 lines.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { expect, test } from 'vitest';
import { STAMPS_METAFIELD } from '#app/shopify/storefront/metafields.ts';
import {
  CONFIG_METAFIELD,
  functionConfig,
  functionVariables,
  isConfigTooLarge,
  VARIABLES_METAFIELD,
} from '#app/core/stamps/discount-config.ts';
import { jsonBytes } from '#app/core/stamps/json-bytes.ts';
import { card } from '#tests/support/factories.ts';
import type { FunctionLine } from './cart-input.ts';
import { extensionFiles } from './extension-files.ts';
import { functionInput, stampsOf } from './function-scene.ts';
import { queryCost } from './query-cost.ts';
import { measuredRun, runOnce } from './run-function.ts';

const { folder, inputQuery, inputDocument } = extensionFiles('loyalty-discount');

test('the input query costs 28 of the 30 that Shopify allows', () => {
  expect(queryCost(inputDocument)).toBe(28);
});

test('the toml, the query and the app name the same metafields', () => {
  const toml = parse(readFileSync(join(folder, 'shopify.extension.toml'), 'utf8'));
  const [extension] = toml['extensions'] as { input: { variables: object }; handle: string }[];
  expect(extension?.input.variables).toEqual(VARIABLES_METAFIELD);
  for (const { namespace, key } of [CONFIG_METAFIELD, STAMPS_METAFIELD])
    expect(inputQuery).toContain(`metafield(namespace: "${namespace}", key: "${key}")`);
});

const CARD = card({ products: { ...card().products, all: false, collectionIds: ['7300000000009'] } });

/** Lines of as many bytes as Shopify's ids can have; all of them free when the member holds enough stamps. */
function longCart(lines: number): FunctionLine[] {
  return Array.from({ length: lines }, (_one, index) => ({
    id: `${String(index).padStart(8, '0')}-4c1e-4a3b-9f00-0123456789ab`,
    productId: String(7_300_000_000_100 + index),
    quantity: 1 + (index % 3),
    amount: `${9 + (index % 50)}.50`,
    collections: ['7300000000009'],
  }));
}

test('two hundred lines: input within 128,000 bytes, answer within 20,000', () => {
  const scene = { cards: [CARD], lines: longCart(200), stamps: stampsOf({ coffee: [5_000, 5] }) };
  const input = functionInput(scene);
  expect(jsonBytes(input)).toBeLessThan(128_000);
  const output = runOnce(input);
  expect(output.operations[0]?.productDiscountsAdd.candidates[0]?.targets).toHaveLength(200);
  expect(jsonBytes(output)).toBeLessThanOrEqual(20_000);
});

test('C97 what breaks a limit of Shopify’s gives nothing: 200 lines of too many collections are too many bytes', () => {
  const collections = ids(20);
  const products = { ...NONE, collectionIds: collections };
  const lines = longCart(200).map((line) => ({ ...line, collections }));
  const run = (some: typeof lines) =>
    measuredRun(
      functionInput({ cards: [card({ products })], lines: some, stamps: stampsOf({ coffee: [5_000, 5] }) }),
    );
  expect(run(lines).broken).toBe('input');
  expect(run(lines.slice(0, 60)).broken).toBeNull();
});

test('of more free lines than an answer holds, the cheapest are told, so that there is an answer', () => {
  const scene = { cards: [CARD], lines: longCart(500), stamps: stampsOf({ coffee: [9_000, 5] }) };
  const output = runOnce(functionInput(scene));
  expect(jsonBytes(output)).toBeLessThanOrEqual(20_000);
  const told = output.operations[0]?.productDiscountsAdd.candidates[0]?.targets ?? [];
  expect(told.length).toBeGreaterThan(190);
  const price = (index: number) => 9 + (index % 50);
  const indexOf = (id: string) => Number(id.replace('gid://shopify/CartLine/', '').slice(0, 8));
  const prices = told.map(({ cartLine }) => price(indexOf(cartLine.id)));
  expect(prices).toEqual(prices.toSorted((a, b) => a - b));
});

const ids = (count: number) =>
  Array.from({ length: count }, (_one, index) => String(7_300_000_000_000 + index));
const NONE = { all: false, productIds: [], collectionIds: [], withTags: [], withoutTags: [] };
const configOf = (...products: Partial<typeof CARD.products>[]) => {
  const cards = products.map((some, index) => card({ key: `card-${index}`, products: { ...NONE, ...some } }));
  return functionConfig(cards, `card-${cards.length - 1}`, 2);
};

test('a config is refused before Shopify would hide it from the function', () => {
  const tooLarge = (...products: Partial<typeof CARD.products>[]) => isConfigTooLarge(configOf(...products));
  expect(tooLarge({ productIds: ids(250) })).toBe(false);
  expect(tooLarge({ productIds: ids(250) }, { productIds: ids(250) })).toBe(false);
  expect(tooLarge(...Array.from({ length: 3 }, () => ({ productIds: ids(250) })))).toBe(true);
  expect(tooLarge({ collectionIds: ids(100) })).toBe(false);
  expect(tooLarge({ collectionIds: ids(101) })).toBe(true);
  expect(tooLarge({ withTags: ids(40).map((id) => id.padEnd(255, 'x')) })).toBe(true);
});

test('a config holds the cards before the own one, and asks of products only what these need', () => {
  const cards = [
    card({ key: 'a', products: { ...NONE, collectionIds: ['71', '72'], withTags: ['Beans'] } }),
    card({
      key: 'b',
      products: { ...NONE, all: true, collectionIds: ['73'], withoutTags: ['beans', 'Sale'] },
    }),
    card({ key: 'c', products: { ...NONE, collectionIds: ['74'] } }),
  ];
  const config = functionConfig(cards, 'b', 2);
  expect(config.cards.map(({ key }) => key)).toEqual(['a', 'b']);
  expect(functionVariables(config)).toEqual({
    collectionIds: ['gid://shopify/Collection/71', 'gid://shopify/Collection/72'],
    tags: ['beans', 'sale'],
  });
  expect(() => functionConfig(cards, 'gone', 2)).toThrow('There is no card gone.');
});
