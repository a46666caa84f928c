// On any cart: what the page says that a reward saves is what the discount that stands for it then takes off, in euros, in yen
// and in dinars; and where the page says why not, nothing would be taken off, or the page knows better.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { Cart } from '#tests/local-shopify/shop/cart.ts';
import { Ids } from '#tests/local-shopify/shop/ids.ts';
import { forgetfulKeeper } from '#tests/local-shopify/shop/keeper.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { newOrder } from '#tests/local-shopify/shop/order-placing.ts';
import { shownCart } from '#tests/local-shopify/shop/cart-order.ts';
import { codeDiscountOf } from '#tests/support/code-discount-of.ts';
import { reward } from '#tests/support/factories.ts';
import { addSale, anyLines, anyPrices, cartOf, openShop, told } from './reward-worth-scene.ts';

const CODE = 'ABCDEFGHJKMN';

/** What all discounts take off the lines of the order that the cart becomes. */
function takenOff(shop: LocalShop, cart: Cart): number {
  const order = newOrder(shop, shownCart(shop, cart), new Ids(forgetfulKeeper()), new Date(0));
  return order.lines
    .flatMap(({ allocations }) => allocations)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

const anyGives = fc.oneof(
  fc.record({ kind: fc.constant('amount' as const), minor: fc.integer({ min: 1, max: 20_000 }) }),
  fc.record({
    kind: fc.constant('percent' as const),
    percent: fc.integer({ min: 1, max: 100 }),
    of: fc.constantFrom('order' as const, 'products' as const, 'collection' as const),
  }),
);
const anyCase = fc.record({
  currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  prices: anyPrices,
  lines: anyLines,
  gives: anyGives,
  minimumMinor: fc.option(fc.integer({ min: 1, max: 30_000 })),
  salePercent: fc.option(fc.integer({ min: 1, max: 100 })),
  mayStandBesideSale: fc.boolean(),
});

type Gives = typeof anyGives extends fc.Arbitrary<infer Value> ? Value : never;

function givesOf(shop: LocalShop, gives: Gives): Reward['gives'] {
  if (gives.kind === 'amount') return gives;
  const { kind, percent } = gives;
  const mostMinor = null;
  const ids = { productIds: shop.products.slice(0, 3).map(({ id }) => id), collectionIds: [] };
  if (gives.of === 'order') return { kind, percent, of: 'order', mostMinor };
  const ofCollection = { productIds: [], collectionIds: [shop.collections[0]?.id ?? ''] };
  return { kind, percent, of: gives.of === 'products' ? ids : ofCollection, mostMinor };
}

test('C113 what the page says that a reward saves is what its discount takes off', async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ currency, prices, lines, gives, minimumMinor, ...sale }) => {
      // Nothing costs less than Liquid can tell.
      const shop = await openShop(currency, currency === 'KWD' ? prices.map((minor) => minor + 9) : prices);
      if (sale.salePercent !== null) await addSale(shop, sale.salePercent);
      const combinesWith = { product: sale.mayStandBesideSale, order: false, shipping: true };
      const of = reward({ gives: givesOf(shop, gives), minimumMinor, combinesWith });
      await shop.codeDiscounts.add(codeDiscountOf(of), CODE);
      const before = cartOf(shop, lines);
      const off = takenOff(shop, cartOf(shop, lines, [CODE])) - takenOff(shop, before);
      const [what, minor] = told(shop, before, of);
      seen.set(what, (seen.get(what) ?? 0) + 1);
      switch (what) {
        case 'saves':
          // Of dinars Liquid's money says two decimals: a part of a price isn't known.
          if (minor === null) expect([currency, off >= 0]).toEqual(['KWD', true]);
          else expect(minor).toBe(off);
          return;
        case 'minimum':
          // Held against what is paid for the lines: never promised too early.
          if (sale.salePercent === null && currency !== 'KWD') expect(off).toBe(0);
          expect(minor).toBeGreaterThan(0);
          return;
        case 'beside':
          expect(sale.mayStandBesideSale).toBe(false);
          return;
        default:
          expect(['products', 'none', 'better']).toContain(what);
          // Liquid cuts a fils off each line, and off each line's sale: nine of both may be hidden.
          expect(off).toBeLessThanOrEqual(currency === 'KWD' && what === 'better' ? 20 * lines.length : 0);
      }
    }),
    { numRuns: 400 },
  );
  expect([...seen.keys()].sort()).toEqual(['beside', 'better', 'minimum', 'none', 'products', 'saves']);
});
