// Whatever stands where the function reads, by a hand, an old release or another app: it ends well, within Shopify's limits, its
// answer is one that Shopify takes, and it never lowers more than the config and the owner's amounts say.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FunctionLine } from '../cart-input.ts';
import { runVoucher, type VoucherAnswer } from './run-voucher.ts';
import type { VoucherInput } from './voucher-input.ts';
import { CODE, voucherInput } from './voucher-scene.ts';

const LONG = 'x'.repeat(180);
const mostly = <Value>(value: Value, ...others: Value[]) =>
  fc.oneof({ weight: 2 * others.length, arbitrary: fc.constant(value) }, fc.constantFrom(...others));

const oddNumber = fc.constantFrom(
  ...[0, -0, -1, 1, 0.5, 100, 101, 255, 1e300, -1e300, 5e-324, 1_000_000_000, 1_000_000_001],
  ...[2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 63, -(2 ** 63), 2 ** 64],
);
const oddText = fc.constantFrom(
  ...['', '501', '0501', 'order', 'product', 'percent', 'any-amount', '\u0000', '𝕏', '"\\', LONG],
  ...['gid://shopify/Product/501', '__proto__', 'constructor'],
);
const KEYS = ['kind', 'percent', 'of', 'mostMinor', 'productIds', 'upToMinor', 'codes', CODE, 'en'] as const;
const odd: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    oddNumber,
    oddText,
    fc.constantFrom(null, undefined, true, false),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('any'), { maxLength: 6 }),
  object: fc.dictionary(fc.constantFrom(...KEYS), tie('any'), { maxKeys: 6 }),
})).any;
const often = (...values: unknown[]) =>
  fc.oneof({ weight: 15, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: odd });
const oftenOf = (arbitrary: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 15, arbitrary }, { weight: 1, arbitrary: odd });

const gives = fc.record({
  kind: often('product', 'percent', 'any-amount'),
  percent: often(10),
  of: often('order', { productIds: ['501'], collectionIds: [] }),
  mostMinor: often(1_000),
  productIds: often(['501', '502']),
  upToMinor: often(2_000, null),
  sharePercent: often(50, 100),
});
const config = oftenOf(
  fc.record({
    title: often({ en: 'A reward', fr: 'Une récompense' }),
    exponent: often(2),
    minimumMinor: often(500, null),
    gives: oftenOf(gives),
    never: often(['900']),
  }),
);
const codes = fc.record({ [CODE]: often(600), [CODE.toLowerCase()]: odd });
const vouchers = oftenOf(fc.record({ v: often(1), codes: oftenOf(codes) }));

const line: fc.Arbitrary<FunctionLine> = fc.record({
  productId: mostly<string | null>('501', '502', '900', '', 'x', null),
  quantity: mostly(2, 1, 0, -1, -5, 2 ** 31 - 1, -(2 ** 31), 1_000_000),
  amount: mostly(
    ...(['14.50', '0.0', '-3.00', '', 'x', '999999999999.99', '9999999999999999', '1e9'] as const),
    ...['1'.repeat(300), '٣.٠'],
  ),
  giftCard: mostly(false, true, false),
  subscription: mostly(false, true, false),
});
const scene = fc.record({
  ...{ config, vouchers },
  lines: fc.oneof(
    { weight: 30, arbitrary: fc.array(line, { maxLength: 8 }) },
    line.map((one) => Array.from({ length: 500 }, () => one)),
  ),
  rate: mostly('1.0', '163.27', '0', '', '-1', 'x', '0.000000000001', '999999999999', '1'.repeat(400)),
  currency: mostly('EUR', 'JPY', 'KWD', 'XXX', '', 'QQQQQ', 'jpy', ' B', LONG),
  code: mostly<string | null>(CODE, CODE.toLowerCase(), '', null, LONG, '__proto__', '𝕏'),
  classes: mostly(['ORDER', 'PRODUCT'], [], ['SHIPPING'], ['ORDER', 'ORDER'], ['x']),
  language: mostly('EN', '', 'F', 'fr', LONG),
});
type Scene = typeof scene extends fc.Arbitrary<infer S> ? S : never;

/** What is undefined is absent, as in any JSON. */
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value ?? null)) as never;

function inputOf({ config, vouchers, lines, rate, ...odd }: Scene): VoucherInput {
  const input = voucherInput({ gives: { kind: 'any-amount', sharePercent: 100 }, lines, rate });
  input.discount = { discountClasses: odd.classes as never, config: { jsonValue: asJson(config) } };
  input.cart.buyerIdentity = { customer: { vouchers: { jsonValue: asJson(vouchers) } } };
  input.cart.cost.all.currency = odd.currency;
  input.code = odd.code;
  input.localization.language.isoCode = odd.language;
  return input;
}

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce((of, key) => {
    const isThere = typeof of === 'object' && of !== null && Object.hasOwn(of, key);
    return isThere ? (of as Record<string, unknown>)[key] : undefined;
  }, value);
}
const numberAt = (value: unknown, ...path: string[]): number => {
  const found = at(value, ...path);
  return typeof found === 'number' ? found : 0;
};

/** In minor units of the shop's currency, and per cent. */
function mostOf({ config, vouchers, code }: Scene): { percent: number; minor: number } {
  const kind = at(config, 'gives', 'kind');
  const amount = numberAt(vouchers, 'codes', code?.toUpperCase() ?? '');
  if (kind === 'any-amount') return { percent: 0, minor: amount <= 1_000_000_000 ? amount : 0 };
  if (kind !== 'percent') return { percent: 100, minor: 0 };
  return { percent: numberAt(config, 'gives', 'percent'), minor: numberAt(config, 'gives', 'mostMinor') };
}

const candidatesOf = ({ operations }: VoucherAnswer) =>
  operations.flatMap(({ productDiscountsAdd, orderDiscountsAdd }) => [
    ...(productDiscountsAdd?.candidates ?? []),
    ...(orderDiscountsAdd?.candidates ?? []),
  ]);

test('C113 any input ends in an answer that Shopify takes, and that gives no more than was promised', () => {
  let given = 0;
  fc.assert(
    fc.property(scene, (one) => {
      const answer = runVoucher(inputOf(one));
      const { percent, minor } = mostOf(one);
      // At a rate of 1, half a minor unit of a currency without decimals is the most that rounding adds.
      const money = minor / 10 ** numberAt(one.config, 'exponent') + 0.5;
      for (const { value } of candidatesOf(answer)) {
        given += 1;
        const { value: taken = 1 } = value.percentage ?? {};
        expect(taken >= 1 && taken <= Math.max(1, percent)).toBe(true);
        const amount = Number(value.fixedAmount?.amount ?? 1);
        expect(amount > 0 && (!value.fixedAmount || one.rate !== '1.0' || amount <= money)).toBe(true);
      }
      const targets = answer.operations.flatMap(
        ({ productDiscountsAdd: add }) => add?.candidates.flatMap((each) => each.targets) ?? [],
      );
      expect(targets.every(({ cartLine }) => cartLine.quantity > 0)).toBe(true);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 1_500) },
  );
  expect(given).toBeGreaterThan(50);
});
