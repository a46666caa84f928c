import { expect, test } from 'vitest';
import { MOST_NEVER } from '#app/core/program/never-earns.ts';
import { GIVES_LIMITS } from '#app/core/rewards/reward-gives.ts';
import {
  MOST_VOUCHER_CONFIG_BYTES,
  voucherClass,
  voucherConfig,
  voucherVariables,
  type FunctionGives,
} from '#app/core/rewards/voucher-config.ts';
import { jsonBytes } from '#app/core/stamps/json-bytes.ts';
import { MOST_MINOR } from '#app/core/values/money.ts';
import { MOST_TITLE } from '#app/core/values/languages.ts';

const TITLE = { en: 'A free bag', fr: 'Un sachet offert' };
const NEVER = { productIds: ['901'], collectionIds: ['91', '91'] };
const TENTH = { kind: 'percent', percent: 10, of: 'order', mostMinor: 1_000 } as const;
const ids = (count: number) =>
  Array.from({ length: count }, (_one, index) => String(10n ** 18n + BigInt(index)));

const configOf = (gives: FunctionGives) =>
  voucherConfig({ title: TITLE, gives, minimumMinor: 3_000 }, { currencyExponent: 2, never: NEVER });

test('a config holds what the function needs, and what never comes off', () => {
  expect(configOf({ kind: 'product', productIds: ['501'], upToMinor: 900 })).toEqual({
    v: 1,
    title: TITLE,
    exponent: 2,
    minimumMinor: 3_000,
    gives: { kind: 'product', productIds: ['501'], upToMinor: 900 },
    never: ['901'],
  });
  expect(voucherConfig({ title: TITLE, gives: TENTH, minimumMinor: null }, { currencyExponent: 0 })).toEqual({
    v: 1,
    title: TITLE,
    exponent: 0,
    minimumMinor: null,
    gives: TENTH,
    never: [],
  });
});

test('what limits only the taking of any amount changes no discount', () => {
  const gives = {
    kind: 'any-amount',
    minor: 500,
    leastMinor: 100,
    mostMinor: null,
    sharePercent: 50,
  } as const;
  expect(configOf(gives).gives).toEqual({ kind: 'any-amount', sharePercent: 50 });
});

test('the variables ask for the chosen collections, and for those that never come off', () => {
  const of = { productIds: ['501'], collectionIds: ['71', '72'] };
  const shop = { currencyExponent: 2, never: NEVER };
  expect(voucherVariables({ gives: { ...TENTH, of } }, shop)).toEqual({
    collectionIds: ['gid://shopify/Collection/71', 'gid://shopify/Collection/72'],
    neverIds: ['gid://shopify/Collection/91'],
  });
  expect(voucherVariables({ gives: TENTH }, { currencyExponent: 2 })).toEqual({
    collectionIds: [],
    neverIds: [],
  });
});

test('what is lowered says the class of the discount', () => {
  const of = { productIds: ['501'], collectionIds: [] };
  expect(voucherClass({ kind: 'product', productIds: ['501'], upToMinor: null })).toBe('PRODUCT');
  expect(voucherClass({ ...TENTH, of })).toBe('PRODUCT');
  expect(voucherClass(TENTH)).toBe('ORDER');
  expect(voucherClass({ kind: 'any-amount', sharePercent: 100 })).toBe('ORDER');
});

test('the largest config that a program can have is one that Shopify shows its function', () => {
  const of = { productIds: ids(GIVES_LIMITS.products), collectionIds: ids(GIVES_LIMITS.collections) };
  const never = { productIds: ids(MOST_NEVER.products), collectionIds: ids(MOST_NEVER.collections) };
  const longest = '\u{1f381}'.repeat(MOST_TITLE);
  const config = voucherConfig(
    {
      title: { en: longest, fr: longest },
      gives: { kind: 'percent', percent: 100, of, mostMinor: MOST_MINOR },
      minimumMinor: MOST_MINOR,
    },
    { currencyExponent: 3, never },
  );
  expect(jsonBytes(config)).toBeLessThan(MOST_VOUCHER_CONFIG_BYTES);
});
