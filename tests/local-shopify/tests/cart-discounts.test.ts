// The stand-in's carts: the app's function runs on each, and discounts stand beside one another as at Shopify.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StampCard } from '#app/core/program/card-rules.ts';
import { inMemory } from './in-memory.ts';
import type { InMemory } from './in-memory.ts';
import type { Cart } from '#tests/local-shopify/shop/cart.ts';
import { droppedRuns } from '#tests/local-shopify/functions/run-discount.ts';
import { discountsOfCart } from '#tests/local-shopify/shop/cart-offers.ts';
import { requestOfCart } from '#tests/local-shopify/shop/cart-order.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { STANDS_ALONE } from '#tests/local-shopify/shop/offers.ts';
import { currentTotals, orderedTotals, returnedMinor } from '#tests/local-shopify/shop/order-totals.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { addCardDiscounts, addSale, coffeeCard, memberCart, setStamps } from '#tests/support/with-cards.ts';

let world: InMemory;
let shop: LocalShop;

beforeEach(async () => {
  world = await inMemory();
  shop = world.shop;
});
afterEach(() => world.stop());

const withCard = (change: Partial<StampCard> = {}) => addCardDiscounts(shop, [coffeeCard(shop, change)]);
const member = () => shop.setup.customers[0]?.id ?? '';
const coffeeCollection = () => shop.collections[0]?.id ?? '';

/** Titles with the amount that they take off which line. */
function taken(cart: Cart): string[] {
  return discountsOfCart(shop, cart).flatMap(({ title, value, takes }) =>
    takes
      ? takes.map((take) => `${title}: ${take.amountMinor} of ${take.units} on ${take.line}`)
      : [`${title}: ${JSON.stringify(value)}`],
  );
}

const buy = (cart: Cart, payment: 'paid' | 'pending' = 'paid'): Promise<Order> =>
  shop.placeOrder(requestOfCart(shop, cart, { payment }));

const amounts = (order: Order) =>
  order.lines.map((line) => [line.quantity, line.allocations.map((one) => one.amountMinor)]);

test.each([
  [{ 'morning-house': 5 }, 0, []],
  [{ 'morning-house': 6 }, 0, ['Coffee card: 950 of 1 on 0']],
  [{ 'morning-house': 12 }, 0, ['Coffee card: 1900 of 2 on 0']],
  [{ 'morning-house': 1 }, 5, ['Coffee card: 950 of 1 on 0']],
  [{ 'morning-house': 3 }, 3, ['Coffee card: 950 of 1 on 0']],
  [{ 'morning-house': 6 }, -1, []],
  [{ 'kenya-nyeri': 4, 'brazil-cerrado': 1, 'morning-house': 1 }, 0, ['Coffee card: 950 of 1 on 2']],
  [{ 'enamel-cup': 6 }, 0, []],
])('C49 %j with %i stamps: the function says what is free', async (goods, stamps, expected) => {
  await withCard();
  await setStamps(shop, member(), { coffee: [stamps, 5] });
  expect(taken(memberCart(shop, goods))).toEqual(expected);
});

test('C97 a run that breaks a limit of Shopify’s is dropped without a word, and can be asked for here', async () => {
  const cart = memberCart(shop, { 'morning-house': 1 });
  const long = { ...cart, lines: Array.from({ length: 200 }, () => cart.lines).flat() };
  await withCard();
  expect(taken(long).length).toBeGreaterThan(30);
  expect(droppedRuns(shop)).toEqual([]);
  const asked = Array.from({ length: 40 }, (_one, index) => String(7_300_000_000_000 + index));
  const { products } = coffeeCard(shop);
  for (const { id } of shop.automaticDiscounts.values()) await shop.automaticDiscounts.remove(id);
  await withCard({ products: { ...products, collectionIds: [...products.collectionIds, ...asked] } });
  expect(taken(long)).toEqual([]);
  expect(droppedRuns(shop)).toEqual([{ handle: 'loyalty-discount', broken: 'input', lines: 200 }]);
});

test('C72 guests, typed e-mails and blocked members get nothing; at a till the customer is enough', async () => {
  await withCard();
  const six = { 'morning-house': 6 };
  expect(taken(memberCart(shop, six, { customerId: null, isAuthenticated: false }))).toEqual([]);
  expect(taken(memberCart(shop, six, { isAuthenticated: false }))).toEqual([]);
  expect(taken(memberCart(shop, six, { isAuthenticated: false, atTill: true }))).toHaveLength(1);
  expect(taken(memberCart(shop, six, { customerId: null, isAuthenticated: false, atTill: true }))).toEqual(
    [],
  );
  await setStamps(shop, member(), {}, true);
  expect(taken(memberCart(shop, six))).toEqual([]);
});

test('the title is in the shopper’s language, and in orders perhaps the discount’s own', async () => {
  await withCard();
  const french = memberCart(shop, { 'morning-house': 6 }, { language: 'fr' });
  expect(taken(french)).toEqual(['Carte café: 950 of 1 on 0']);
  shop.unsettled = { ...shop.unsettled, orderNames: 'title' };
  expect(taken(french)).toEqual(['Carte café: 950 of 1 on 0']);
  expect((await buy(french)).discounts.map((one) => one.title)).toEqual(['Coffee card']);
});

test('C73 a subscription line earns its stamps and is never the free one', async () => {
  await withCard();
  const sellingPlan = { id: '1', name: 'Every month' };
  const [line] = memberCart(shop, { 'morning-house': 6 }).lines;
  const once = { variantId: shop.productByHandle('kenya-nyeri')?.variants[0]?.id ?? '', quantity: 1 };
  const subscribed = { variantId: line?.variantId ?? '', quantity: 6, sellingPlan };
  expect(taken(memberCart(shop, {}, { lines: [subscribed] }))).toEqual([]);
  expect(taken(memberCart(shop, {}, { lines: [subscribed, once] }))).toEqual(['Coffee card: 1400 of 1 on 1']);
});

test('a discount that Shopify keeps from subscriptions reaches none, whatever its function says', async () => {
  const sale = await addSale(shop, 2_000, null);
  const sellingPlan = { id: '1', name: 'Every month' };
  const [line] = memberCart(shop, { 'morning-house': 1 }).lines;
  const cart = memberCart(
    shop,
    {},
    { lines: [{ variantId: line?.variantId ?? '', quantity: 1, sellingPlan }] },
  );
  expect(taken(cart)).toEqual([]);
  await shop.automaticDiscounts.change(sale.id, { appliesOnSubscription: true });
  expect(taken(cart)).toEqual(['Winter sale: 190 of 1 on 0']);
});

test.each([
  // 20 % of six is more than one of them: the sale has the line.
  [2_000, ['Winter sale: 1140 of 6 on 0']],
  // 10 % of six is less.
  [1_000, ['Coffee card: 950 of 1 on 0']],
])('of the merchant’s %i bp and the free unit the line has the better one', async (percentBp, expected) => {
  await withCard();
  await addSale(shop, percentBp, coffeeCollection());
  expect(taken(memberCart(shop, { 'morning-house': 6 }))).toEqual(expected);
});

test('a sale and the free unit on different lines stand together, and alone where one of them forbids it', async () => {
  const [discount] = await withCard();
  await addSale(shop, 5_000, shop.collections[1]?.id ?? null);
  const cart = memberCart(shop, { 'morning-house': 6, 'enamel-cup': 1 });
  expect(taken(cart)).toEqual(['Coffee card: 950 of 1 on 0', 'Winter sale: 725 of 1 on 1']);
  await shop.automaticDiscounts.change(discount?.id ?? '', { combinesWith: STANDS_ALONE });
  expect(taken(cart)).toEqual(['Coffee card: 950 of 1 on 0']);
  expect(taken(memberCart(shop, { 'morning-house': 6, 'enamel-cup': 2 }))).toEqual([
    'Winter sale: 1450 of 2 on 1',
  ]);
});

test('codes off the order come after the free unit, and one that stands alone has to beat it', async () => {
  await withCard();
  const six = { 'morning-house': 6 };
  const order = await buy(memberCart(shop, six, { codes: ['SPRING10'] }));
  expect(order.discounts.map((one) => [one.type, one.title])).toEqual([
    ['automatic', 'Coffee card'],
    ['discount_code', 'SPRING10'],
  ]);
  expect(amounts(order)).toEqual([[6, [950, 475]]]);
  expect(taken(memberCart(shop, six, { codes: ['ALONE5'] }))).toEqual(['Coffee card: 950 of 1 on 0']);
  const three = memberCart(shop, { 'morning-house': 3 }, { codes: ['ALONE5'] });
  expect(taken(three)).toEqual(['ALONE5: {"kind":"percent","percentBp":500}']);
});

test('a line with a free unit is one line, or two: both come to the same', async () => {
  await withCard();
  const cart = memberCart(shop, { 'morning-house': 6, 'enamel-cup': 1 }, { codes: ['SPRING10'] });
  const whole = await buy(cart);
  shop.unsettled = { ...shop.unsettled, partlyFreeLine: 'split' };
  const split = await buy(cart);
  expect(amounts(whole)).toEqual([
    [6, [950, 475]],
    [1, [145]],
  ]);
  expect(amounts(split)).toEqual([
    [1, [950]],
    [5, [475]],
    [1, [145]],
  ]);
  expect(orderedTotals(split).totalMinor).toBe(orderedTotals(whole).totalMinor);
});

test('a refund of a line with a free unit gives back in proportion, and all of it all', async () => {
  await withCard();
  const order = await buy(memberCart(shop, { 'morning-house': 6 }));
  const [line] = order.lines;
  await shop.refundOrder(order.id, { lines: [{ lineId: line?.id ?? '', quantity: 1 }] });
  expect([returnedMinor(order), currentTotals(order).totalMinor]).toEqual([792, 3958]);
  await shop.refundOrder(order.id, { lines: [{ lineId: line?.id ?? '', quantity: 5 }] });
  expect([returnedMinor(order), order.financialStatus]).toEqual([4750, 'refunded']);
});

test('C54 two cards count for themselves, and a product on both for the first', async () => {
  const morning = shop.productByHandle('morning-house')?.id ?? '';
  const first = coffeeCard(shop, { key: 'house', title: { en: 'House', fr: 'Maison' }, size: 3 });
  const house = { ...first, products: { ...first.products, collectionIds: [], productIds: [morning] } };
  await addCardDiscounts(shop, [house, coffeeCard(shop)]);
  const cart = memberCart(shop, { 'morning-house': 4, 'kenya-nyeri': 6 });
  expect(taken(cart)).toEqual(['House: 950 of 1 on 0', 'Coffee card: 1400 of 1 on 1']);
});

test('C54 a dearer unit than the card’s ceiling is never the free one, in any currency of the shopper', async () => {
  await withCard({ maxPriceMinor: 1_000 });
  const dear = memberCart(shop, { 'kenya-nyeri': 5, 'brazil-cerrado': 1 });
  expect(taken(dear)).toEqual(['Coffee card: 1000 of 1 on 1']);
  const inYen = { ...dear, presentment: { currency: 'JPY', rateBp: 1_641_234 } };
  expect(taken(inYen)).toEqual(['Coffee card: 1000 of 1 on 1']);
  expect(taken(memberCart(shop, { 'kenya-nyeri': 6 }))).toEqual([]);
});

test('a discount that is over, not begun or deleted gives nothing', async () => {
  const [discount] = await withCard();
  const id = discount?.id ?? '';
  const cart = memberCart(shop, { 'morning-house': 6 });
  await shop.automaticDiscounts.end(id);
  expect(taken(cart)).toEqual([]);
  await shop.automaticDiscounts.start(id);
  expect(taken(cart)).toHaveLength(1);
  await shop.automaticDiscounts.change(id, { startsAt: '2099-01-01T00:00:00Z' });
  expect(taken(cart)).toEqual([]);
  await shop.automaticDiscounts.remove(id);
  expect(taken(cart)).toEqual([]);
});
