// What the second function answers to a code: in words of its cart, and where nobody wrote what it reads.
import { isEnumType } from 'graphql';
import { expect, test } from 'vitest';
import type { FunctionGives } from '#app/core/rewards/voucher-config.ts';
import { functionSchema } from '#tests/local-shopify/functions/function-schema.ts';
import type { FunctionLine } from '../cart-input.ts';
import { referenceAnswer } from './reference-answer.ts';
import { runVoucher } from './run-voucher.ts';
import { CODE, voucherInput, type VoucherScene } from './voucher-scene.ts';

const ANY: FunctionGives = { kind: 'any-amount', sharePercent: 100 };
const FREE: FunctionGives = { kind: 'product', productIds: ['501'], upToMinor: null };
const HALF: FunctionGives = {
  ...{ kind: 'percent', percent: 50, mostMinor: 1_000 },
  of: { productIds: ['501'], collectionIds: ['71'] },
};
const TENTH: FunctionGives = { kind: 'percent', percent: 10, of: 'order', mostMinor: 1_000 };

const line = (some: Partial<FunctionLine> = {}): FunctionLine => ({
  ...{ productId: '501', quantity: 2, amount: '14.50' },
  ...some,
});
const chosen = (minor: number) => ({ v: 1 as const, codes: { [CODE]: minor } });
const answer = (scene: Partial<VoucherScene>) =>
  runVoucher(voucherInput({ gives: ANY, lines: [line()], vouchers: chosen(600), ...scene })).operations[0];
const candidates = (scene: Partial<VoucherScene>) => {
  const { productDiscountsAdd, orderDiscountsAdd } = answer(scene) ?? {};
  return productDiscountsAdd?.candidates ?? orderDiscountsAdd?.candidates ?? [];
};
const amountOf = (scene: Partial<VoucherScene>) => candidates(scene)[0]?.value.fixedAmount?.amount ?? null;

test('one unit of the cheapest line is free, a dearer variant than the reward’s is none of them', () => {
  const lines = [
    line({ amount: '9.51' }),
    line({ amount: '9.50' }),
    line({ productId: '502', amount: '1.0' }),
  ];
  const free = { targets: [{ cartLine: { id: 'gid://shopify/CartLine/2', quantity: 1 } }] };
  expect(candidates({ gives: FREE, lines })).toMatchObject([
    { ...free, value: { percentage: { value: 100 } } },
  ]);
  expect(candidates({ gives: { ...FREE, upToMinor: 950 }, lines })).toMatchObject([free]);
  expect(candidates({ gives: { ...FREE, upToMinor: 949 }, lines })).toEqual([]);
});

test('a percentage of products is one while it keeps within its ceiling, and above it the ceiling, once', () => {
  const lines = [
    line({ quantity: 1, amount: '10.00' }),
    line({ productId: '9', amount: '5', collections: ['71'] }),
  ];
  expect(candidates({ gives: HALF, lines })).toMatchObject([
    { targets: [{}, {}], value: { percentage: { value: 50 } } },
  ]);
  const dearer = [...lines, line({ quantity: 1, amount: '0.02' })];
  expect(candidates({ gives: HALF, lines: dearer })).toMatchObject([
    { targets: [{}, {}, {}], value: { fixedAmount: { amount: '10.00' } } },
  ]);
});

test('a percentage of the order asks Shopify whether its ceiling is reached', () => {
  expect(candidates({ gives: TENTH, minimumMinor: 2_000 })).toMatchObject([
    {
      value: { fixedAmount: { amount: '10.00' } },
      conditions: [{ orderMinimumSubtotal: { minimumAmount: '100.00' } }],
    },
    {
      value: { percentage: { value: 10 } },
      conditions: [{ orderMinimumSubtotal: { minimumAmount: '20.00' } }],
    },
  ]);
});

test('C32 an order’s lines that never come off are left out of what is lowered, and of the least order', () => {
  const never = { productIds: ['502'], collectionIds: ['91'] };
  const lines = [
    line({ giftCard: true }),
    line({ subscription: true }),
    line(),
    line({ productId: '502' }),
    line({ productId: '503', collections: ['91'] }),
    line({ productId: null }),
  ];
  const out = [1, 2, 4, 5].map((place) => `gid://shopify/CartLine/${place}`);
  for (const gives of [ANY, TENTH])
    for (const one of candidates({ gives, lines, never, minimumMinor: 100 }))
      expect(one).toMatchObject({
        targets: [{ orderSubtotal: { excludedCartLineIds: out } }],
        conditions: [{ orderMinimumSubtotal: { excludedCartLineIds: out } }],
      });
  expect(candidates({ gives: FREE, lines, never })[0]?.targets).toMatchObject([
    { cartLine: { id: 'gid://shopify/CartLine/3' } },
  ]);
});

test('C103 any amount is taken off for its owner alone, whatever the code’s case', () => {
  expect(amountOf({})).toBe('6.00');
  expect(amountOf({ code: CODE.toLowerCase() })).toBe('6.00');
  expect(amountOf({ vouchers: null })).toBeNull();
  expect(amountOf({ code: null })).toBeNull();
});

test('C118 a code that the customer’s metafield doesn’t know yet takes nothing off, and an amount is as it says', () => {
  expect(amountOf({ vouchers: { v: 1, codes: { 'AAAA-BBBB-CCCC': 600 } } })).toBeNull();
  expect(amountOf({ vouchers: { v: 1, codes: {} } })).toBeNull();
  expect(amountOf({ vouchers: chosen(350) })).toBe('3.50');
});

test('C103 other rewards are good for whoever has the code: a guest, another customer, at a till', () => {
  for (const gives of [FREE, HALF, TENTH]) expect(candidates({ gives, vouchers: null })).not.toEqual([]);
});

test.each([
  ['EUR', 'EUR', '1.0', 1_234, '12.34'],
  ['EUR', 'JPY', '163.27', 1_234, '2015'],
  ['EUR', 'KWD', '0.336', 1_234, '4.146'],
  ['JPY', 'EUR', '0.0061289', 100, '0.61'],
  ['JPY', 'JPY', '1.0', 12, '12'],
  ['KWD', 'KWD', '1.0', 12_340, '12.340'],
  ['KWD', 'USD', '3.2518', 5, '0.02'],
])('C30 %s paid in %s', (currency, shopperCurrency, rate, minor, amount) => {
  expect(amountOf({ currency, shopperCurrency, rate, vouchers: chosen(minor) })).toBe(amount);
});

test('C30 every currency of Shopify’s has the decimals that the ledger knows', () => {
  const type = functionSchema().getType('CurrencyCode');
  const currencies = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
  expect(currencies.length).toBeGreaterThan(150);
  for (const shopperCurrency of currencies) {
    const input = voucherInput({ gives: ANY, lines: [line()], vouchers: chosen(600), shopperCurrency });
    expect(runVoucher(input)).toEqual(referenceAnswer(input));
  }
});

test('the shopper reads the reward’s title in their language, else in English', () => {
  const message = (language: string) => candidates({ language })[0]?.message;
  expect(['EN', 'FR', 'DE'].map(message)).toEqual(['A reward', 'Une récompense', 'A reward']);
});

test.each([
  [FREE, 'ORDER'],
  [HALF, 'ORDER'],
  [TENTH, 'PRODUCT'],
  [ANY, 'PRODUCT'],
])('a discount of another class gives nothing: %j', (gives, other) => {
  expect(answer({ gives, classes: [other] })).toBeUndefined();
});

test.each([
  null,
  5,
  'x',
  [],
  {},
  { codes: [] },
  { codes: { [CODE]: '600' } },
  { codes: { [CODE]: [600] } },
  { codes: { [CODE]: 0.5 } },
  { codes: { [CODE]: -600 } },
  { codes: { [CODE]: 1e300 } },
])('amounts of a shape that nobody wrote give nothing, and the function ends well: %j', (written) => {
  const input = voucherInput({ gives: ANY, lines: [line()], vouchers: chosen(600) });
  Object.assign(input.cart.buyerIdentity?.customer?.vouchers ?? {}, { jsonValue: written });
  expect(runVoucher(input).operations).toEqual([]);
});

test.each([
  null,
  5,
  [],
  {},
  { gives: {} },
  { gives: { kind: 'other' } },
  { gives: { kind: 'percent' } },
  { gives: { kind: 'percent', percent: 10 } },
  { gives: { kind: 'percent', percent: 0, of: 'order', mostMinor: 5 } },
  { gives: { kind: 'product' } },
  { gives: { kind: 'product', productIds: {} } },
])('a config of a shape that nobody wrote gives nothing, and the function ends well: %j', (written) => {
  const input = voucherInput({ gives: FREE, lines: [line()], classes: ['PRODUCT', 'ORDER'] });
  Object.assign(input.discount, { config: { jsonValue: written } });
  expect(runVoucher(input).operations).toEqual([]);
  Object.assign(input.discount, { config: null });
  expect(runVoucher(input).operations).toEqual([]);
});
