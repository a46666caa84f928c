// What a reward takes off a cart where the second function gives it, as the core defines it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FunctionCart, FunctionLine } from '#app/core/rewards/function-kinds/function-cart.ts';
import { functionSaves } from '#app/core/rewards/function-saves.ts';
import { savingTaken, sharedOut } from '#app/core/rewards/saving-taken.ts';
import { voucherConfig, type FunctionGives } from '#app/core/rewards/voucher-config.ts';
import { shoppersMoney } from '#app/core/values/shoppers-money.ts';

const TITLE = { en: 'A reward', fr: 'Une récompense' };
const line = (some: Partial<FunctionLine> = {}): FunctionLine => ({
  ...{ lineId: '1', quantity: 1, productId: '501', price: 1_000, shopPrice: 1_000 },
  ...{ giftCard: false, subscription: false, chosen: false, never: false },
  ...some,
});
const cart = (lines: readonly FunctionLine[], some: Partial<FunctionCart> = {}): FunctionCart => ({
  ...{ lines, rate: '1.0', decimals: 2, code: 'ABCD', amounts: {} },
  ...some,
});
const saved = (gives: FunctionGives, of: FunctionCart, minimumMinor: number | null = null) =>
  functionSaves(voucherConfig({ title: TITLE, gives, minimumMinor }, { currencyExponent: 2 }), of);
const taken = (gives: FunctionGives, of: FunctionCart, counted?: 'before' | 'after', lowered = 0) =>
  savingTaken(
    saved(gives, of),
    of.lines.map((one, index) => ({ ...one, lowered: index === 0 ? lowered : 0 })),
    counted,
  );

const FREE: FunctionGives = { kind: 'product', productIds: ['501', '502'], upToMinor: null };
const ANY: FunctionGives = { kind: 'any-amount', sharePercent: 100 };
const tenth = (of: Extract<FunctionGives, { kind: 'percent' }>['of'], mostMinor = 1_500): FunctionGives => ({
  ...{ kind: 'percent', percent: 10, of, mostMinor },
});

test.each([
  ['1234 minor of euro in yen at 163.27', 1_234, 2, '163.27', 0, 2_015],
  ['one cent in yen', 1, 2, '163.27', 0, 2],
  ['a yen in euro: half a cent is rounded up', 1, 0, '0.005', 2, 1],
  ['a yen in euro: less is nothing', 1, 0, '0.0049999', 2, 0],
  ['dinars in euro', 12_340, 3, '2.9731', 2, 3_669],
  ['euro in dinars', 1_234, 2, '0.336', 3, 4_146],
  ['its own currency', 1_234, 2, '1.0', 2, 1_234],
  ['a rate of many digits is read as it is', 1_000_000_000, 2, '1.0000000005', 2, 1_000_000_001],
])(
  'C30 money of the shop in the shopper’s currency: %s',
  (_case, minor, exponent, rate, decimals, shopper) => {
    expect(shoppersMoney(minor, exponent, rate, decimals)).toBe(shopper);
  },
);

test.each(['', '0', '0.00', 'x', '1e3', '-1', '999999999999'])('%j is no rate for money', (rate) => {
  expect(shoppersMoney(1_000_000_000, 0, rate, 3)).toBeNull();
});

test('a free product is one unit of the cheapest line that the reward names', () => {
  const dear = line({ lineId: '1', quantity: 3, price: 1_900 });
  const cheap = line({ lineId: '2', productId: '502', quantity: 2, price: 900 });
  const other = line({ lineId: '3', productId: '503', price: 100 });
  expect(taken(FREE, cart([dear, cheap, other]))).toEqual([0, 900, 0]);
  expect(taken(FREE, cart([dear, other]))).toEqual([1_900, 0]);
  expect(taken(FREE, cart([other]))).toEqual([0]);
});

test('what is paid beside a free product reaches the reward’s least order', () => {
  const free = line({ lineId: '1', price: 900 });
  const other = (price: number) => line({ lineId: '2', productId: '503', price });
  expect(saved(FREE, cart([free, other(2_999)]), 3_000)).toBeNull();
  expect(saved(FREE, cart([free, other(3_000)]), 3_000)).not.toBeNull();
  expect(saved(FREE, cart([{ ...free, quantity: 4 }, other(299)]), 3_000)).toBeNull();
});

test('a percentage of the order takes off its ceiling from the subtotal on that reaches it', () => {
  const order = (price: number) => taken(tenth('order'), cart([line({ price })]));
  expect(order(14_990)).toEqual([1_499]);
  expect(order(15_000)).toEqual([1_500]);
  expect(order(99_900)).toEqual([1_500]);
});

test('a least subtotal may count before or after discounts on products: the ceiling holds either way', () => {
  const two = cart([line({ price: 10_000 }), line({ lineId: '2', price: 10_000 })]);
  expect(taken(tenth('order'), two, 'after', 9_000)).toEqual([100, 1_000]);
  expect(taken(tenth('order'), two, 'before', 9_000)).toEqual([136, 1_364]);
});

test('a percentage of products is held against its ceiling over all their lines', () => {
  const of = { productIds: ['501'], collectionIds: [] };
  const lines = [
    line({ price: 5_000 }),
    line({ lineId: '2', price: 10_000 }),
    line({ lineId: '3', productId: '9' }),
  ];
  expect(taken(tenth(of), cart(lines))).toEqual([500, 1_000, 0]);
  expect(taken(tenth(of, 1_000), cart(lines))).toEqual([333, 667, 0]);
  expect(taken(tenth(of), cart(lines.map((one) => ({ ...one, chosen: true }))))).toEqual([468, 938, 94]);
});

test('C103 any amount is its owner’s: of another customer, of a guest and for another code nothing comes off', () => {
  const of = (some: Partial<FunctionCart>) => taken(ANY, cart([line()], some));
  expect(of({ amounts: { ABCD: 600 } })).toEqual([600]);
  expect(of({ amounts: { ABCD: 600 }, code: 'abcD' })).toEqual([600]);
  expect(of({ amounts: {} })).toEqual([0]);
  expect(of({ amounts: { EFGH: 600 } })).toEqual([0]);
  expect(of({ amounts: { ABCD: 600 }, code: null })).toEqual([0]);
});

test('C100 any amount above the cart takes off the cart, and no more than its share of it', () => {
  expect(taken(ANY, cart([line()], { amounts: { ABCD: 2_500 } }))).toEqual([1_000]);
  const half: FunctionGives = { kind: 'any-amount', sharePercent: 50 };
  expect(taken(half, cart([line()], { amounts: { ABCD: 500 } }))).toEqual([500]);
  expect(taken(half, cart([line()], { amounts: { ABCD: 501 } }))).toEqual([0]);
});

test.each([
  ['a gift card', { giftCard: true }],
  ['a subscription', { subscription: true }],
  ['what never comes off', { never: true }],
] as const)('C112 %s is lowered by none of them', (_case, some) => {
  const amounts = { ABCD: 600 };
  for (const gives of [FREE, ANY, tenth('order'), tenth({ productIds: ['501'], collectionIds: [] })]) {
    expect(saved(gives, cart([line(some)], { amounts }))).toBeNull();
    const both = cart([line(some), line({ lineId: '2' })], { amounts });
    expect(taken(gives, both)[0]).toBe(0);
    expect(taken(gives, both)[1]).toBeGreaterThan(0);
  }
});

test('money is shared out in whole minor units that add up, and no line gets more than it is worth', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200_000 }), weights, (amount, of) => {
      const shares = sharedOut(amount, of);
      const sum = (some: number[]) => some.reduce((all, one) => all + one, 0);
      expect(sum(shares)).toBe(Math.min(amount, sum(of)));
      shares.forEach((share, index) => expect(share).toBeLessThanOrEqual(of[index] ?? 0));
    }),
  );
});
