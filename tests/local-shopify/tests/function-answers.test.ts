// What functions may answer, and what a cart makes of it: parts and amounts off products and off the order, in the shopper's
// currency, beside other discounts.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readOutput } from '#tests/local-shopify/functions/function-output.ts';
import { bestDiscounts } from '#tests/local-shopify/shop/best-offers.ts';
import { pricesOfCart } from '#tests/local-shopify/shop/cart-offers.ts';
import type { Cart } from '#tests/local-shopify/shop/cart.ts';
import { offersOf } from '#tests/local-shopify/shop/function-offers.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { COMBINES } from '#tests/local-shopify/shop/offers.ts';
import type { Offer } from '#tests/local-shopify/shop/offers.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import type { Unsettled } from '#tests/local-shopify/shop/unsettled.ts';
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

const CODE = 'ABCD2345EFGH';
const line = (place: number, quantity?: number) => ({
  cartLine: { id: `gid://shopify/CartLine/${place + 1}`, ...(quantity && { quantity }) },
});
const ORDER = { orderSubtotal: { excludedCartLineIds: [] } };
const percent = (value: number) => ({ percentage: { value: String(value) } });
const amount = (value: string) => ({ fixedAmount: { amount: value } });
const products = (selectionStrategy: string, ...candidates: object[]) => ({
  productDiscountsAdd: { selectionStrategy, candidates },
});
const order = (...candidates: object[]) => ({
  orderDiscountsAdd: { selectionStrategy: 'FIRST', candidates },
});
const from = (minimumAmount: string) => [
  { orderMinimumSubtotal: { minimumAmount, excludedCartLineIds: [] } },
];

const unsettled = (change: Partial<Unsettled>) => (shop.unsettled = { ...shop.unsettled, ...change });

/** As one discount with codes of a function that answers so, beside whatever else is offered. */
function buy(cart: Cart, operations: object[], beside: Offer[] = []): Promise<Order> {
  const answer = readOutput({ operations }, ['PRODUCT', 'ORDER']);
  const reached = cart.lines.map((_, index) => index);
  const discount = { title: 'Free cup', combinesWith: COMBINES, named: CODE, reached };
  const offers = [...offersOf(shop, cart, discount, answer), ...beside];
  return shop.placeOrder({
    customerId: cart.customerId,
    lines: cart.lines,
    payment: 'paid',
    locale: 'en',
    discounts: bestDiscounts(offers, pricesOfCart(shop, cart)),
    ...(cart.presentment && { presentment: cart.presentment }),
  });
}

const off = ({ lines }: Order) => lines.map((one) => one.allocations.map(({ amountMinor }) => amountMinor));
const shown = ({ lines }: Order) => lines.map((one) => one.allocations.map(({ shownMinor }) => shownMinor));

/** 9.50 and 14.00. */
const cart = (change: Partial<Cart> = {}): Cart =>
  memberCart(shop, { 'morning-house': 2, 'kenya-nyeri': 1 }, change);

test('one unit of a line is free, and the order names the code', async () => {
  const sold = await buy(cart(), [products('FIRST', { targets: [line(0, 1)], value: percent(100) })]);
  expect(off(sold)).toEqual([[950], []]);
  expect(orderPayload(shop, sold)).toMatchObject({
    discount_applications: [
      { type: 'discount_code', code: CODE, value_type: 'percentage', target_selection: 'entitled' },
    ],
    discount_codes: [{ code: CODE, amount: '9.50' }],
  });
});

test('an amount is spread over its lines, or is off each unit, never more than they cost', async () => {
  const targets = [line(0), line(1)];
  const spread = await buy(cart(), [products('ALL', { targets, value: amount('5.00') })]);
  expect(off(spread).flat()).toHaveLength(2);
  expect(
    off(spread)
      .flat()
      .reduce((sum, one) => sum + one),
  ).toBe(500);
  const each = { fixedAmount: { amount: '10.00', appliesToEachItem: true } };
  const sold = await buy(cart(), [products('ALL', { targets, value: each })]);
  expect(off(sold)).toEqual([[1900], [1000]]);
});

test.each([
  ['each', 2],
  ['one', 1],
] as const)('a code’s candidates are %s an application', async (codeApplications, applications) => {
  unsettled({ codeApplications });
  const candidates = [0, 1].map((place) => ({ targets: [line(place)], value: amount('1.00') }));
  const sold = await buy(cart(), [products('ALL', ...candidates)]);
  expect([off(sold), sold.discounts.length]).toEqual([[[100], [100]], applications]);
});

test('of the order’s candidates the first counts whose least subtotal is there', async () => {
  const answer = [
    order(
      { targets: [ORDER], value: amount('3.00'), conditions: from('30.00') },
      { targets: [ORDER], value: percent(10) },
    ),
  ];
  expect(
    off(await buy(cart(), answer))
      .flat()
      .reduce((sum, one) => sum + one),
  ).toBe(300);
  const small = memberCart(shop, { 'morning-house': 2 });
  expect(off(await buy(small, answer))).toEqual([[190]]);
});

test.each([
  ['before', 300],
  ['after', 240],
] as const)('a least subtotal counts %s the products’ discounts', async (leastSubtotal, expected) => {
  unsettled({ leastSubtotal });
  const sold = await buy(cart(), [
    products('FIRST', { targets: [line(0, 1)], value: percent(100) }),
    order(
      { targets: [ORDER], value: amount('3.00'), conditions: from('30.00') },
      { targets: [ORDER], value: percent(10) },
    ),
  ]);
  const taken =
    off(sold)
      .flat()
      .reduce((sum, one) => sum + one) - 950;
  expect(taken).toBeGreaterThan(expected - 10);
  expect(taken).toBeLessThanOrEqual(expected);
});

test('an amount in the shopper’s currency is taken off in it to the last sign, and told in the shop’s', async () => {
  const yen = { currency: 'JPY', rateBp: 1_632_700 };
  const sold = await buy(cart({ presentment: yen }), [order({ targets: [ORDER], value: amount('2015') })]);
  expect(
    shown(sold)
      .flat()
      .reduce<number>((sum, one) => sum + (one ?? 0), 0),
  ).toBe(2015);
  const inShop = off(sold)
    .flat()
    .reduce((sum, one) => sum + one);
  expect(Math.abs(inShop - 1234)).toBeLessThanOrEqual(2);
  const [first] = (orderPayload(shop, sold) as { line_items: { discount_allocations: object[] }[] })
    .line_items;
  expect(first?.discount_allocations).toMatchObject([
    { amount_set: { presentment_money: { amount: String(shown(sold)[0]?.[0]), currency_code: 'JPY' } } },
  ]);
});

test('what is more than the whole cart makes it free, to the last unit', async () => {
  const dollars = { currency: 'USD', rateBp: 10_838 };
  const sold = await buy(cart({ presentment: dollars }), [
    order({ targets: [ORDER], value: amount('99.99') }),
  ]);
  expect(
    off(sold)
      .flat()
      .reduce((sum, one) => sum + one),
  ).toBe(2 * 950 + (sold.lines[1]?.unitPriceMinor ?? 0));
});

test('an answer of a class that the discount doesn’t have is a loud error', () => {
  const answer = { operations: [order({ targets: [ORDER], value: percent(10) })] };
  expect(() => readOutput(answer, ['PRODUCT'])).toThrow('class');
  expect(readOutput(answer, ['ORDER']).order).toHaveLength(1);
});
