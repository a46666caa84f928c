// Carts with codes of Shopify's own discounts: what they take off, beside what, how often, and how orders name them.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Cart } from '#tests/local-shopify/shop/cart.ts';
import type { NewCodeDiscount } from '#tests/local-shopify/shop/code-discounts.ts';
import { discountsOfCart } from '#tests/local-shopify/shop/cart-offers.ts';
import { requestOfCart } from '#tests/local-shopify/shop/cart-order.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { COMBINES, STANDS_ALONE } from '#tests/local-shopify/shop/offers.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';
import { memberCart } from '#tests/support/with-cards.ts';
import { inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';

let world: InMemory;
let shop: LocalShop;

beforeEach(async () => {
  world = await inMemory();
  shop = world.shop;
});
afterEach(() => world.stop());

const FIVE_OFF: NewCodeDiscount = {
  title: '5.00 off',
  tags: [],
  gives: { kind: 'amount', amountMinor: 500 },
  items: null,
  minimum: null,
  usageLimit: 1,
  combinesWith: COMBINES,
  startsAt: '2026-01-01T00:00:00Z',
  endsAt: null,
  appliesOnSubscription: false,
  appliesOnOneTimePurchase: true,
  recurringCycleLimit: null,
};
const SENT_FREE: NewCodeDiscount = { ...FIVE_OFF, gives: { kind: 'shipping', upToMinor: 490 } };

const add = (code: string, change: Partial<NewCodeDiscount> = {}) =>
  shop.codeDiscounts.add({ ...FIVE_OFF, ...change }, code);
const cartWith = (goods: Record<string, number>, ...codes: string[]): Cart => ({
  ...memberCart(shop, goods),
  codes,
});
const named = (cart: Cart): string[] => discountsOfCart(shop, cart).map(({ title }) => title);
const buy = (cart: Cart, shippingMinor = 490) =>
  shop.placeOrder(requestOfCart(shop, cart, { payment: 'paid', shippingMinor }));

test('an amount is spread over the lines, and the order names the code as it was made', async () => {
  await add('ABCD2345EFGH');
  const order = await buy(cartWith({ 'morning-house': 1, 'kenya-nyeri': 1 }, 'abcd2345efgh'));
  const allocations = order.lines.flatMap((line) => line.allocations.map((one) => one.amountMinor));
  expect(allocations.reduce((sum, amount) => sum + amount, 0)).toBe(500);
  expect(orderPayload(shop, order)).toMatchObject({
    discount_applications: [{ type: 'discount_code', code: 'ABCD2345EFGH', target_type: 'line_item' }],
    discount_codes: [{ code: 'ABCD2345EFGH', type: 'fixed_amount', amount: '5.00' }],
  });
});

test('a part off chosen products, or a collection’s, lowers those alone', async () => {
  const half = { gives: { kind: 'percent', percentBp: 5000 } } as const;
  const [coffee] = shop.collections;
  await add('CUP', {
    ...half,
    items: {
      productIds: [shop.products.find((one) => one.handle === 'enamel-cup')?.id ?? ''],
      collectionIds: [],
    },
  });
  await add('COFFEE', { ...half, items: { productIds: [], collectionIds: [coffee?.id ?? ''] } });
  const taken = (code: string) =>
    discountsOfCart(shop, cartWith({ 'enamel-cup': 1, 'morning-house': 1 }, code)).map(({ takes }) =>
      takes?.map((one) => one.line),
    );
  expect([taken('CUP'), taken('COFFEE')]).toEqual([[[0]], [[1]]]);
});

test.each([
  [1, []],
  [4, ['HIGH']],
])('%i coffees meet a minimum or don’t', async (coffees, expected) => {
  await add('HIGH', { minimum: { kind: 'subtotal', minor: 3000 } });
  expect(named(cartWith({ 'morning-house': coffees }, 'HIGH'))).toEqual(expected);
});

test('a code gives once, and where the limit runs behind, to two orders', async () => {
  await add('ONCE');
  const cart = cartWith({ 'morning-house': 1 }, 'ONCE');
  await buy(cart);
  expect(named(cart)).toEqual([]);
  shop.unsettled = { ...shop.unsettled, usageLimit: 'late' };
  expect(named(cart)).toEqual(['ONCE']);
  shop.codeDiscounts.trouble.usageLagMs = 0;
  expect(named(cart)).toEqual([]);
});

test('free shipping lowers what sending costs, up to its price, and the order tells it there', async () => {
  await add('SENT', SENT_FREE);
  const cart = cartWith({ 'morning-house': 1 }, 'SENT');
  const order = await buy(cart);
  expect(order.shippingLine?.allocations).toEqual([{ application: 0, amountMinor: 490 }]);
  expect(orderPayload(shop, order)).toMatchObject({
    discount_applications: [{ type: 'discount_code', code: 'SENT', target_type: 'shipping_line' }],
    discount_codes: [{ code: 'SENT', type: 'shipping' }],
  });
  await add('AGAIN', SENT_FREE);
  const dear = await buy(cartWith({ 'morning-house': 1 }, 'AGAIN'), 990);
  expect([dear.discounts, dear.shippingLine?.allocations]).toEqual([[], []]);
});

test('five codes of order and products stand beside one for shipping, where all allow it', async () => {
  const codes = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'];
  for (const code of codes) await add(code, { gives: { kind: 'percent', percentBp: 100 } });
  for (const code of ['S1', 'S2']) await add(code, SENT_FREE);
  expect(named(cartWith({ 'morning-house': 1 }, ...codes, 'S1', 'S2'))).toEqual([...codes.slice(0, 5), 'S1']);
  await add('ALONE', { combinesWith: STANDS_ALONE });
  expect(named(cartWith({ 'morning-house': 1 }, 'ALONE', 'S1', 'A1'))).toEqual(['ALONE']);
});

test('one that ended, or was deleted, gives nothing', async () => {
  const { id } = await add('ENDED');
  await shop.codeDiscounts.end(id);
  expect(named(cartWith({ 'morning-house': 1 }, 'ENDED'))).toEqual([]);
  await shop.codeDiscounts.start(id);
  expect(named(cartWith({ 'morning-house': 1 }, 'ENDED'))).toEqual(['ENDED']);
  await shop.codeDiscounts.removeCode('ended');
  expect(named(cartWith({ 'morning-house': 1 }, 'ENDED'))).toEqual([]);
});

test('a code for chosen customers gives nothing to others and to guests', async () => {
  const [owner, other] = shop.setup.customers.map(({ id }) => id);
  await add('ABCD2345EFGH', { customerIds: [owner!] });
  const cart = cartWith({ 'morning-house': 2 }, 'ABCD2345EFGH');
  expect([owner!, other!, null].map((customerId) => named({ ...cart, customerId }))).toEqual([
    ['ABCD2345EFGH'],
    [],
    [],
  ]);
});
