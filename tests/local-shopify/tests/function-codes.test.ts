// Codes that the app's second function decides, on the storefront's cart: by link, by script, beside others, and beyond its limits.
import express from 'express';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reward } from '#tests/support/factories.ts';
import { droppedRuns } from '#tests/local-shopify/functions/run-discount.ts';
import { discountsOfCart } from '#tests/local-shopify/shop/cart-offers.ts';
import { requestOfCart } from '#tests/local-shopify/shop/cart-order.ts';
import { storefrontRouter } from '#tests/local-shopify/storefront/router.ts';
import { serve, visitor } from '#tests/storefront/scene/visitor.ts';
import type { Served, Visitor } from '#tests/storefront/scene/visitor.ts';
import { functionDiscountOf } from '#tests/support/function-discount-of.ts';
import { memberCart } from '#tests/support/with-cards.ts';
import { inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';

let world: InMemory;
let site: Served;
let person: Visitor;

beforeEach(async () => {
  world = await inMemory();
  site = await serve(express().use(storefrontRouter(world.shopify)));
  person = visitor(site.url);
});
afterEach(async () => {
  await site.close();
  await world.stop();
});

const idOf = (handle: string) => world.shop.productByHandle(handle)?.id ?? '';
const free = (...handles: string[]) =>
  reward({ gives: { kind: 'product', productIds: handles.map(idOf), upToMinor: null }, minimumMinor: null });
const tenth = () =>
  reward({ gives: { kind: 'percent', percent: 10, of: 'order', mostMinor: 300 }, minimumMinor: null });
const make = (code: string, of = free('enamel-cup')) =>
  world.shop.codeDiscounts.add(functionDiscountOf(world.shop, of), code);

function add(handle: string, quantity: number) {
  const id = world.shop.productByHandle(handle)?.variants[0]?.id ?? '';
  return person.post('/cart/add', { id, quantity: String(quantity) });
}

type CartJson = {
  total_discount: number;
  items: { handle: string; final_line_price: number; original_line_price: number }[];
  discount_codes: { code: string; applicable: boolean }[];
};
const cart = async () => JSON.parse((await person.get('/cart.js')).html) as CartJson;
const put = async (discount: string) => {
  await person.post('/cart/update', { discount });
  return (await cart()).discount_codes;
};

test('a link puts one on, and its line is free by one unit', async () => {
  await make('ABCD2345EFGH');
  await add('morning-house', 1);
  await add('enamel-cup', 2);
  expect((await person.get('/discount/abcd2345efgh?redirect=/cart')).path).toBe('/cart');
  const { items, discount_codes: codes } = await cart();
  const off = items.map((item) => [item.handle, item.original_line_price - item.final_line_price]);
  const price = world.shop.productByHandle('enamel-cup')?.variants[0]?.priceMinor;
  expect(off).toEqual([
    ['morning-house', 0],
    ['enamel-cup', price],
  ]);
  expect(codes).toEqual([{ code: 'ABCD2345EFGH', applicable: true }]);
});

test('a script is told whether it counts: without its product, after its use, and where functions don’t run, it doesn’t', async () => {
  await make('ABCD2345EFGH');
  await add('morning-house', 1);
  expect(await put('ABCD2345EFGH')).toEqual([{ code: 'ABCD2345EFGH', applicable: false }]);
  await add('enamel-cup', 1);
  expect(await put('ABCD2345EFGH')).toEqual([{ code: 'ABCD2345EFGH', applicable: true }]);
  world.shopify.app.publicCategory = 'CUSTOM';
  world.shop.plan = 'basic';
  expect(await put('ABCD2345EFGH')).toEqual([{ code: 'ABCD2345EFGH', applicable: false }]);
  world.shop.plan = 'plus';
  const cup = memberCart(world.shop, { 'enamel-cup': 1 }, { codes: ['ABCD2345EFGH'] });
  await world.shop.placeOrder(requestOfCart(world.shop, cup, { payment: 'paid' }));
  expect(await put('ABCD2345EFGH')).toEqual([{ code: 'ABCD2345EFGH', applicable: false }]);
});

test('five codes of products and order count, whoever decides them', async () => {
  const codes = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'];
  const beside = { product: true, order: true, shipping: true };
  for (const code of codes.slice(0, 3)) await make(code, { ...tenth(), combinesWith: beside });
  const native = { gives: { kind: 'percent', percentBp: 100 } as const };
  const like = functionDiscountOf(world.shop, { ...tenth(), combinesWith: beside });
  for (const code of codes.slice(3)) await world.shop.codeDiscounts.add({ ...like, ...native }, code);
  const named = discountsOfCart(world.shop, memberCart(world.shop, { 'kenya-nyeri': 1 }, { codes }));
  expect(named.map(({ title }) => title)).toEqual(codes.slice(0, 5));
});

test('a line takes one of two free products, and an order has each code once', async () => {
  await make('CUP1');
  await make('CUP2');
  const codes = ['CUP1', 'CUP2'];
  const one = discountsOfCart(world.shop, memberCart(world.shop, { 'enamel-cup': 2 }, { codes }));
  expect(one.map(({ title }) => title)).toEqual(['CUP1']);
  await make('BEANS', free('morning-house'));
  const goods = { 'enamel-cup': 1, 'morning-house': 1 };
  const both = memberCart(world.shop, goods, { codes: ['CUP1', 'BEANS'] });
  const order = await world.shop.placeOrder(requestOfCart(world.shop, both, { payment: 'paid' }));
  expect(order.discounts.map(({ title }) => title).toSorted()).toEqual(['BEANS', 'CUP1']);
});

test('200 lines are served; a config that Shopify doesn’t show the function gives nothing', async () => {
  const one = functionDiscountOf(world.shop, tenth());
  const made = await world.shop.codeDiscounts.add(one, 'ABCD2345EFGH');
  const codes = ['ABCD2345EFGH'];
  const { lines } = memberCart(world.shop, { 'morning-house': 1 });
  const long = memberCart(world.shop, {}, { codes, lines: Array.from({ length: 200 }, () => lines).flat() });
  expect(discountsOfCart(world.shop, long)).toHaveLength(1);
  expect(droppedRuns(world.shop)).toEqual([]);
  if (made.gives.kind !== 'app') throw new Error('not of a function');
  const entries = Object.entries(made.gives.metafields).map(([place, field]) => {
    return [place, { ...field, value: field.value.padEnd(10_001) }] as const;
  });
  const gives = { ...made.gives, metafields: Object.fromEntries(entries) };
  await world.shop.codeDiscounts.change(made.id, { gives });
  expect(discountsOfCart(world.shop, long)).toEqual([]);
});
