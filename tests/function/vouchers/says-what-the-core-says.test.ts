// One rule stands in two languages: whatever the reward, the cart and the currencies, the second function answers what the core's
// rule says.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FunctionGives } from '#app/core/rewards/voucher-config.ts';
import type { FunctionLine } from '../cart-input.ts';
import { referenceAnswer } from './reference-answer.ts';
import { runVoucher } from './run-voucher.ts';
import type { Vouchers } from './voucher-input.ts';
import { CODE, voucherInput, type VoucherScene } from './voucher-scene.ts';

const PRODUCTS = ['501', '0501', '7300000000100', '7300000000101'];
const COLLECTIONS = ['71', '72', '7300000000009'];
const CURRENCIES = ['EUR', 'JPY', 'KWD', 'USD'];
const someOf = (values: readonly string[], maxLength = values.length) =>
  fc.subarray([...values], { maxLength });
const seldom = <Value>(often: Value, other: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(often) }, other);

/** As the ceilings below, one step beside them, and what is barely a price or none. */
const anyAmount = fc.oneof(
  fc.constantFrom(
    '0.0',
    '0.004',
    '0.0049',
    '0.005',
    '14.5',
    '14.50',
    '14.5000000000000000001',
    '20',
    '20.00',
  ),
  fc.constantFrom('19.9999999999999999999', '20.01', '020.0', '999999999999.99', '1000000000000'),
  fc.constantFrom('', '.', '1.', '.5', '-1.0', '1e3', '1,5', ' 1', '1.2.3', 'NaN'),
  fc
    .tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 999 }))
    .map(([whole, cents]) => `${whole}.${cents}`),
);
const anyRate = fc.oneof(
  fc.constantFrom('1.0', '1', '1.0838', '163.27', '0.0061289', '0.9999999999999999', '1.3333333333333333'),
  fc.constantFrom('0', '0.0', '', 'x', '999999999999', '0.000000000001'),
  fc.double({ min: 0.0001, max: 20_000, noNaN: true }).map((rate) => rate.toFixed(10)),
);
const anyMinor = fc.oneof(
  fc.constantFrom(1, 50, 1_450, 2_000, 1_000_000_000),
  fc.integer({ min: 1, max: 400_000 }),
);
const anyNever = fc.record({ productIds: someOf(PRODUCTS, 2), collectionIds: someOf(COLLECTIONS, 1) });

export const anyGives: fc.Arbitrary<FunctionGives> = fc.oneof(
  fc.record({
    kind: fc.constant('product' as const),
    productIds: someOf(PRODUCTS),
    upToMinor: fc.oneof(fc.constant(null), anyMinor),
  }),
  fc.record({
    kind: fc.constant('percent' as const),
    percent: fc.oneof(fc.constantFrom(1, 10, 33, 50, 100), fc.integer({ min: 1, max: 100 })),
    of: fc.oneof(
      fc.constant('order' as const),
      fc.record({ productIds: someOf(PRODUCTS), collectionIds: someOf(COLLECTIONS) }),
    ),
    mostMinor: anyMinor,
  }),
  fc.record({
    kind: fc.constant('any-amount' as const),
    sharePercent: seldom(100, fc.integer({ min: 1, max: 99 })),
  }),
);

const anyLine: fc.Arbitrary<FunctionLine> = fc.record({
  productId: seldom<string | null>('501', fc.oneof(fc.constantFrom(...PRODUCTS), fc.constant(null))),
  quantity: fc.oneof(fc.integer({ min: 1, max: 15 }), fc.constant(1_000_000)),
  amount: anyAmount,
  giftCard: seldom(false, fc.constant(true)),
  subscription: seldom(false, fc.constant(true)),
  collections: someOf(COLLECTIONS),
});

const anyVouchers = fc.record({
  v: fc.constant(1 as const),
  codes: fc.oneof(
    fc.record({ [CODE]: fc.oneof(anyMinor, fc.constantFrom(0, -5, 1.5, 1_000_000_001)) }),
    fc.constant({}),
  ),
});

const anyScene: fc.Arbitrary<VoucherScene> = fc.record({
  gives: anyGives,
  minimumMinor: seldom<number | null>(null, anyMinor),
  never: fc.option(anyNever, { nil: undefined }),
  lines: fc.array(anyLine, { maxLength: 12 }),
  vouchers: fc.oneof({ weight: 6, arbitrary: anyVouchers }, fc.constant(null)),
  code: seldom<string | null>(CODE, fc.constantFrom(CODE.toLowerCase(), 'Abcd-EFGH-jkmn', 'ABCD', '', null)),
  currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  shopperCurrency: fc.constantFrom(...CURRENCIES),
  rate: anyRate,
  language: fc.constantFrom('EN', 'FR', 'DE', 'PT_BR'),
  classes: seldom<string[]>(['PRODUCT', 'ORDER'], fc.constantFrom(['ORDER'], ['PRODUCT'], ['SHIPPING'], [])),
  nullsLeftOut: fc.boolean(),
});

test('C113 the second function answers what the core’s rule says, for any reward, cart and currency', () => {
  fc.assert(
    fc.property(anyScene, (scene) => {
      const input = voucherInput(scene);
      expect(runVoucher(input)).toEqual(referenceAnswer(input));
    }),
    { numRuns: 3_000 },
  );
});

test('C113 long carts are answered as the core says, cut or decided where the answer’s room ends', () => {
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 20 }),
    amount: fc.integer({ min: 0, max: 60 }).map(String),
    collections: someOf(['71', '91'], 1),
  });
  const scene = fc.record({
    gives: anyGives,
    lines: fc.array(line, { minLength: 150, maxLength: 500 }),
    minimumMinor: seldom<number | null>(null, fc.integer({ min: 1, max: 400_000 })),
    subscribed: fc.constantFrom(2, 3, 5, 1_000),
  });
  fc.assert(
    fc.property(scene, ({ gives, lines, minimumMinor, subscribed }) => {
      const vouchers: Vouchers = { v: 1, codes: { [CODE]: 5_000 } };
      const input = voucherInput({
        ...{ gives, minimumMinor, vouchers },
        never: { productIds: [], collectionIds: ['91'] },
        lines: lines.map((some, index) => ({
          ...some,
          id: `${index}-4c1e-4a3b-9f00-0123456789ab-5a0b1c2d3e4f`,
          productId: '501',
          subscription: index % subscribed === 1,
        })),
      });
      expect(runVoucher(input)).toEqual(referenceAnswer(input));
    }),
    { numRuns: 150 },
  );
});
