// What the discount function takes off a cart, on inputs that Shopify's schema and the real input query make.
import { expect, test } from 'vitest';
import type { StampCard } from '#app/core/program/card-rules.ts';
import { card } from '#tests/support/factories.ts';
import type { FunctionLine } from './cart-input.ts';
import { functionInput, stampsOf, type FunctionScene } from './function-scene.ts';
import { freeInCart, messageInCart, runOnce } from './run-function.ts';

const COFFEE = card();
const NONE = { all: false, productIds: [], collectionIds: [], withTags: [], withoutTags: [] };
const only = (key: string, products: Partial<StampCard['products']>, rest: Partial<StampCard> = {}) =>
  card({ key, products: { ...NONE, ...products }, ...rest });

const units = (quantity: number, rest: Partial<FunctionLine> = {}): FunctionLine => ({
  productId: '501',
  quantity,
  amount: '14.50',
  ...rest,
});
const free = (scene: Partial<FunctionScene>) => freeInCart({ cards: [COFFEE], lines: [units(6)], ...scene });
const holding = (stamps: number, size = 5) => stampsOf({ coffee: [stamps, size] });

test.each([
  ['six units and no stamps', 0, 6, 1],
  ['five units and no stamps', 0, 5, 0],
  ['one unit and five stamps', 5, 1, 1],
  ['three units and three stamps', 3, 3, 1],
  ['twelve units and no stamps', 0, 12, 2],
  ['fifteen units and no stamps', 0, 15, 2],
  ['two units and twelve stamps', 12, 2, 2],
  ['one unit and twelve stamps: no more than the cart holds', 12, 1, 1],
  ['C70 six units and one stamp owed', -1, 6, 0],
  ['C70 seven units and one stamp owed', -1, 7, 1],
])('C49 %s', (_case, stamps, quantity, expected) => {
  const given = free({ lines: [units(quantity)], stamps: holding(stamps) });
  expect(given).toEqual(expected === 0 ? {} : { coffee: { 1: expected } });
});

test.each([
  ['six units and no stamps', 0, 6, 0],
  ['one unit and a full card', 5, 1, 1],
  ['three units and three stamps', 3, 3, 0],
  ['two units and twelve stamps', 12, 2, 2],
  ['six units and a stamp owed', -1, 6, 0],
])('while the program is paused only what is ready is free: %s', (_case, stamps, quantity, expected) => {
  const given = free({ lines: [units(quantity)], stamps: holding(stamps), paused: true });
  expect(given).toEqual(expected === 0 ? {} : { coffee: { 1: expected } });
});

test('C49 a member whose stamps were never written has none yet', () => {
  expect(free({ stamps: null })).toEqual({ coffee: { 1: 1 } });
  expect(free({ stamps: stampsOf({}), lines: [units(5)] })).toEqual({});
});

test('C52 a running card keeps its size, whatever the program says now', () => {
  const cards = [card({ size: 3 })];
  expect(free({ cards, stamps: holding(4, 5), lines: [units(1)] })).toEqual({});
  expect(free({ cards, stamps: holding(4, 5), lines: [units(2)] })).toEqual({ coffee: { 1: 1 } });
  expect(free({ cards, stamps: stampsOf({}), lines: [units(4)] })).toEqual({ coffee: { 1: 1 } });
});

test('C54 the cheapest eligible units are free, over lines, variants and quantities', () => {
  const lines = [
    units(4, { amount: '14.50' }),
    units(1, { amount: '9.00', productId: '502' }),
    units(8, { amount: '9.50' }),
  ];
  expect(free({ lines })).toEqual({ coffee: { 2: 1, 3: 1 } });
  expect(free({ lines, stamps: holding(7) })).toEqual({ coffee: { 2: 1, 3: 2 } });
});

test('C54 of one price the cart’s first line is free', () => {
  const lines = [units(3, { amount: '9.5' }), units(3, { amount: '9.50' })];
  expect(free({ lines })).toEqual({ coffee: { 1: 1 } });
});

test('C54 a product on two cards counts for the first; each card’s discount gives its own units', () => {
  const beans = only('beans', { collectionIds: ['71'] }, { size: 3 });
  const cards = [beans, card({ key: 'all', size: 3 })];
  const lines = [units(4, { collections: ['71'] }), units(4, { productId: '502', amount: '9.00' })];
  expect(free({ cards, lines })).toEqual({ beans: { 1: 1 }, all: { 2: 1 } });
  expect(free({ cards: cards.toReversed(), lines })).toEqual({ all: { 2: 2 } });
});

test('C72 a guest, and a typed e-mail of a member, get nothing of the member’s', () => {
  const stamps = holding(5);
  expect(free({ shopper: 'guest', stamps })).toEqual({});
  expect(free({ shopper: 'typed an e-mail', stamps })).toEqual({});
  expect(free({ shopper: 'nobody at a till', stamps })).toEqual({});
  expect(free({ shopper: 'customer at a till', stamps })).toEqual({ coffee: { 1: 1 } });
});

test('a member whom the merchant left out gets nothing', () => {
  expect(free({ stamps: { v: 1, cards: { coffee: [5, 5] }, blocked: true } })).toEqual({});
});

test('C73 a subscription’s units earn stamps, and none of them is the free one', () => {
  const subscribed = units(5, { amount: '1.00', subscription: true });
  expect(free({ lines: [subscribed], stamps: holding(5) })).toEqual({});
  expect(free({ lines: [subscribed, units(1)] })).toEqual({ coffee: { 2: 1 } });
});

test.each([false, true])('C83 what is null may be an absent key (left out: %s)', (nullsLeftOut) => {
  const lines = [units(5, { subscription: true }), units(1)];
  const stamps = holding(5);
  expect(free({ lines, nullsLeftOut })).toEqual({ coffee: { 2: 1 } });
  expect(free({ lines: [units(1)], stamps, nullsLeftOut })).toEqual({ coffee: { 1: 1 } });
  expect(free({ lines: [units(6, { productId: null }), units(6)], nullsLeftOut })).toEqual({
    coffee: { 2: 1 },
  });
  expect(free({ stamps, shopper: 'guest', nullsLeftOut })).toEqual({});
  expect(free({ stamps, shopper: 'nobody at a till', nullsLeftOut })).toEqual({});
  expect(free({ stamps, shopper: 'customer at a till', nullsLeftOut })).toEqual({ coffee: { 1: 1 } });
});

test('stamps are given until the day they were told for; what is owed stays owed, and a cart’s own six count', () => {
  const until = (day: string, stamps: number, lines: FunctionLine[]) =>
    free({ lines, stamps: { ...holding(stamps), until: day }, day: '2026-11-21' });
  expect(until('2026-11-22', 5, [units(1)])).toEqual({ coffee: { 1: 1 } });
  expect(until('2026-11-21', 5, [units(1)])).toEqual({ coffee: { 1: 1 } });
  expect(until('2026-11-20', 5, [units(1)])).toEqual({});
  expect(until('2026-11-20', 5, [units(6)])).toEqual({ coffee: { 1: 1 } });
  expect(until('2026-11-20', -1, [units(6)])).toEqual({});
  const shrunk = {
    cards: [card({ size: 3 })],
    day: '2026-11-21',
    stamps: { ...holding(2), until: '2026-11-20' },
  };
  expect(free({ ...shrunk, lines: [units(5)] })).toEqual({});
});

test('C78 gift cards, custom items, units without a price and known bundles count for nothing', () => {
  const none = [
    units(6, { giftCard: true }),
    units(6, { productId: null }),
    units(6, { amount: '0.0' }),
    units(6, { productId: '505' }),
  ];
  for (const line of none) expect(free({ lines: [line], bundles: ['505'] })).toEqual({});
  expect(free({ lines: [...none, units(5)], bundles: ['505'] })).toEqual({});
  expect(free({ lines: [...none, units(6)], bundles: ['505'] })).toEqual({ coffee: { 5: 1 } });
});

test('products, collections and tags choose what counts; a tag may leave out, and tags ignore case', () => {
  const lines = [units(6, { collections: ['71'], tags: ['Single Origin', 'Sale'] })];
  const counted = (products: Partial<StampCard['products']>) =>
    Object.keys(free({ cards: [only('one', products)], lines })).length === 1;
  expect(counted({ productIds: ['501'] })).toBe(true);
  expect(counted({ collectionIds: ['70', '71'] })).toBe(true);
  expect(counted({ withTags: ['single origin'] })).toBe(true);
  expect(counted({ productIds: ['502'], collectionIds: ['70'], withTags: ['origin'] })).toBe(false);
  expect(counted({ all: true, withoutTags: ['SALE'] })).toBe(false);
  expect(counted({ collectionIds: ['71'], withoutTags: ['sale'] })).toBe(false);
  expect(counted({ all: true, withoutTags: ['salee'] })).toBe(true);
});

test('dearer units than the ceiling earn stamps, and are never the free one', () => {
  const cards = [card({ maxPriceMinor: 2_000 })];
  const dear = units(5, { amount: '20.01', productId: '502' });
  expect(free({ cards, lines: [dear, units(1, { amount: '20.0' })] })).toEqual({ coffee: { 2: 1 } });
  expect(free({ cards, lines: [{ ...dear, quantity: 6 }] })).toEqual({});
});

test('a ceiling holds in the shop’s currency, whatever the shopper pays in', () => {
  const capped = (maxPriceMinor: number, exponent: number, rate: string, amount: string) =>
    Object.keys(free({ cards: [card({ maxPriceMinor })], lines: [units(6, { amount })], rate, exponent }))
      .length;
  expect(capped(2_000, 2, '1.0838', '21.68')).toBe(1);
  expect(capped(2_000, 2, '1.0838', '21.69')).toBe(0);
  expect(capped(2_000, 2, '163.21', '3264.0')).toBe(1);
  expect(capped(2_000, 2, '163.21', '3267.0')).toBe(0);
  expect(capped(3_000, 0, '0.0061289', '18.39')).toBe(1);
  expect(capped(3_000, 0, '0.0061289', '18.40')).toBe(0);
  expect(capped(5_255, 3, '1.0', '5.255')).toBe(1);
  expect(capped(2_000, 2, '0', '1.00')).toBe(0);
});

test('a card gives from its first to its last day, and then its products count for the next card', () => {
  const dated = only('dated', { productIds: ['501'] }, { startsOn: '2026-12-01', endsOn: '2026-12-24' });
  const cards = [dated, card({ key: 'all' })];
  const givers = (day: string) => Object.keys(free({ cards, day }));
  expect(givers('2026-11-30')).toEqual(['all']);
  expect(givers('2026-12-01')).toEqual(['dated']);
  expect(givers('2026-12-24')).toEqual(['dated']);
  expect(givers('2026-12-25')).toEqual(['all']);
});

test('the shopper reads the card’s title, in French on a French page, else in English', () => {
  const scene = { cards: [COFFEE], lines: [units(6)] };
  expect(messageInCart({ ...scene, language: 'fr' })).toBe('Carte café');
  expect(messageInCart({ ...scene, language: 'en' })).toBe('Coffee card');
  expect(messageInCart({ ...scene, language: 'de' })).toBe('Coffee card');
});

test('a discount that isn’t of the product class, or has lost its config, gives nothing', () => {
  expect(free({ classes: ['ORDER'] })).toEqual({});
  expect(free({ classes: [] })).toEqual({});
});

test.each([
  null,
  5,
  'x',
  [],
  {},
  { cards: [] },
  { cards: { coffee: 9 } },
  { cards: { coffee: [9, -1] } },
  { cards: { coffee: ['9', 5] } },
])('stamps of a shape that nobody wrote give nothing, and the function ends well: %j', (written) => {
  const input = functionInput({ cards: [COFFEE], lines: [units(1)], stamps: holding(9) });
  Object.assign(input.cart.buyerIdentity?.customer?.stamps ?? {}, { jsonValue: written });
  expect(runOnce(input).operations).toEqual([]);
});
