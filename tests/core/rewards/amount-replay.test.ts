// Any amount reckoned once more, from the design's words alone: what a balance is worth, what an amount costs, what the checkout
// takes off in whatever currency is paid, and what the order has used up in the end.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costOf, worthOf } from '#app/core/rewards/any-amount.ts';
import { orderUse } from '#app/core/rewards/order-use.ts';
import { usedUp } from '#app/core/rewards/points-back.ts';
import { shoppersMoney } from '#app/core/values/shoppers-money.ts';
import { currencyExponent } from '#app/core/values/money.ts';
import { possibleCode } from '#app/core/snapshots/possible-code.ts';
import { line, order } from '#tests/support/factories.ts';

const CODE = 'ABCDEFGHJKMN';
/** What one of each is in euro, roughly. */
const IN_EURO = {
  EUR: 1,
  USD: 0.92,
  JPY: 0.006125,
  KWD: 3.01,
  VND: 0.0000365,
  IDR: 0.0000573,
  KRW: 0.00067,
  CLP: 0.00098,
  BHD: 2.45,
};
type Currency = keyof typeof IN_EURO;
const currency = fc.constantFrom(...(Object.keys(IN_EURO) as Currency[]));

const rateOf = (shop: Currency, shopper: Currency): string =>
  shop === shopper ? '1.0' : (IN_EURO[shop] / IN_EURO[shopper]).toFixed(10);

/** Half up, in whole minor units: `a × 10^places` by plain fractions of BigInt. */
function plainShoppers(minor: number, shop: Currency, shopper: Currency): number {
  const [whole = '0', fraction = ''] = rateOf(shop, shopper).split('.');
  const top = BigInt(minor) * BigInt(whole + fraction) * 10n ** BigInt(currencyExponent(shopper));
  const below = 10n ** BigInt(fraction.length + currencyExponent(shop));
  return Number((top * 10n + below * 5n) / (below * 10n));
}

/** Shares an amount over lines as a checkout does: in proportion, the rest on the last. */
function shared(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, each) => all + each, 0);
  const parts = weights.map((weight) => Math.floor((whole * weight) / sum));
  const rest = whole - parts.reduce((all, each) => all + each, 0);
  return parts.map((part, index) => (index === parts.length - 1 ? part + rest : part));
}

const scene = fc.record({
  shop: currency,
  shopper: currency,
  points: fc.integer({ min: 1, max: 2_000 }),
  minor: fc.integer({ min: 1, max: 50_000 }),
  balance: fc.integer({ min: 1, max: 1_000_000 }),
  weights: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 }),
  cut: fc.boolean(),
});
type Scene = typeof scene extends fc.Arbitrary<infer S> ? S : never;

const unitsOf = (code: Currency): number => 10 ** currencyExponent(code);

/** The order as the webhook tells it: a cart far above the amount, in both currencies. */
function orderOf({ shop, shopper, weights, cut }: Scene, off: number) {
  const rate = Number(rateOf(shop, shopper)) * (unitsOf(shopper) / unitsOf(shop));
  const toShop = (paid: number) => (cut ? Math.floor(paid / rate + 1e-9) : Math.round(paid / rate));
  const lines = shared(off, weights).map((part, index) => {
    const gross = weights[index]! * 10 * (off + 10);
    return line({
      lineId: String(index + 1),
      gross: [toShop(gross), gross],
      discounts: [{ application: 0, amount: [toShop(part), part] }],
    });
  });
  return order({
    currency: shop,
    presentmentCurrency: shopper,
    lines,
    discounts: [{ type: 'discount_code', title: CODE }],
  });
}

test('C100 C113 worth is cut, cost is rounded up, and no point is taken that buys nothing', () => {
  fc.assert(
    fc.property(scene, ({ points, minor, balance }) => {
      const rate = { points, minor };
      const worth = worthOf(balance, rate);
      fc.pre(worth > 0 && worth < 1_000_000_000);
      expect(worth).toBe(Number((BigInt(balance) * BigInt(minor)) / BigInt(points)));
      const cost = costOf(worth, rate);
      expect(BigInt(cost) * BigInt(minor) >= BigInt(worth) * BigInt(points)).toBe(true);
      expect(BigInt(cost - 1) * BigInt(minor) < BigInt(worth) * BigInt(points)).toBe(true);
      expect(cost).toBeLessThanOrEqual(balance);
    }),
  );
});

test('C100 C113 an amount that one order takes off whole costs what was taken for it, in whatever currency it is paid', () => {
  fc.assert(
    fc.property(scene, (one) => {
      const { shop, shopper, points, minor, balance } = one;
      const rate = { points, minor };
      const face = worthOf(balance, rate);
      fc.pre(face > 0 && face < 1_000_000_000);
      const off = shoppersMoney(
        face,
        currencyExponent(shop),
        rateOf(shop, shopper),
        currencyExponent(shopper),
      )!;
      expect(off).toBe(plainShoppers(face, shop, shopper));
      fc.pre(off > 0);
      const price = costOf(face, rate);
      const use = orderUse({ newest: orderOf(one, off), deleted: false }, possibleCode(CODE)!, true);
      // What is nothing in the shop's money came to nothing.
      fc.pre(use.lines.some((each) => each.off > 0));
      expect(usedUp({ points: price, face, rate }, use)).toBe(price);
    }),
    { numRuns: 3_000 },
  );
});
