// Any amount on a page: what one tap fills the cart with is what the core says, what the function takes off, what the order bears, and
// no more than its points are worth.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costOf, fillCart, worthOf } from '#app/core/rewards/any-amount.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { currencyExponent } from '#app/core/values/money.ts';
import type { Cart } from '#tests/local-shopify/shop/cart.ts';
import { shownCart } from '#tests/local-shopify/shop/cart-order.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { reward } from '#tests/support/factories.ts';
import { functionDiscountOf } from '#tests/support/function-discount-of.ts';
import { metafieldsOf } from '#tests/support/with-cards.ts';
import { addSale, anyLines, anyPrices, cartOf, openShop, told } from './reward-worth-scene.ts';

const CODE = 'ABCDEFGHJKMN';

const anyCase = fc.record({
  currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  prices: anyPrices,
  lines: anyLines,
  points: fc.integer({ min: 0, max: 40_000 }),
  cost: fc.integer({ min: 1, max: 3_000 }),
  minor: fc.integer({ min: 1, max: 3_000 }),
  leastMinor: fc.integer({ min: 1, max: 800 }),
  mostMinor: fc.option(fc.integer({ min: 800, max: 9_000 })),
  sharePercent: fc.oneof(fc.constant(100), fc.integer({ min: 1, max: 100 })),
  salePercent: fc.option(fc.integer({ min: 1, max: 100 })),
  neverFirst: fc.boolean(),
});

/** 28 % of 0.054 is 0.015 where at least 0.016 is taken: 58 thousandths of a cart are needed, and Liquid has hundredths. */
const THOUSANDTHS_BELOW_THE_LEAST = {
  ...{ currency: 'KWD' as const, prices: [1, 1, 1, 1, 1790], lines: [{ place: 4, quantity: 3 }] },
  ...{ points: 1, cost: 1, minor: 16, leastMinor: 16, mostMinor: null },
  ...{ sharePercent: 28, salePercent: 99, neverFirst: false },
};

/** The cart of a member whose metafield says what the code is worth. */
function memberCart(shop: LocalShop, cart: Cart, minor: number): Cart {
  const customerId = [...shop.customers.keys()][0] ?? '';
  const amounts = metafieldsOf(shop, [
    [
      { namespace: '$app', key: 'vouchers' },
      { v: 1, codes: { [CODE]: minor } },
    ],
  ]);
  Object.assign(shop.customers.get(customerId)?.metafields ?? {}, amounts);
  return { ...cart, customerId, isAuthenticated: true, codes: [CODE] };
}

/** What the order bears of it. */
async function takenAtCheckout(shop: LocalShop, cart: Cart, of: Reward, minor: number): Promise<number> {
  const { id } = await shop.codeDiscounts.add(functionDiscountOf(shop, of), CODE);
  const order = await shop.placeOrder(shownCart(shop, memberCart(shop, cart, minor)));
  await shop.codeDiscounts.remove(id);
  const own = order.discounts.findIndex(({ title }) => title.toUpperCase() === CODE);
  const allocations = order.lines.flatMap((line) => line.allocations);
  return allocations.reduce((sum, one) => sum + (one.application === own ? one.amountMinor : 0), 0);
}

/** The items after discounts on products, of those that it may lower. */
function subtotalOf(shop: LocalShop, cart: Cart, neverIds: readonly string[], salePercent: number | null) {
  const onSale = (productId: string) => shop.collections[0]?.productIds.includes(productId) ?? false;
  return cart.lines.reduce((sum, { variantId, quantity }) => {
    const found = shop.variant(variantId);
    if (!found || found.product.giftCard || neverIds.includes(found.product.id)) return sum;
    const price = found.variant.priceMinor * quantity;
    const off =
      salePercent !== null && onSale(found.product.id) ? Math.round((price * salePercent) / 100) : 0;
    return sum + price - off;
  }, 0);
}

test('C113 C100 what one tap fills a cart with is what the core says, and what the order bears', async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ currency, prices, lines, points, cost, salePercent, ...drawn }) => {
      const { minor, leastMinor, mostMinor, sharePercent, neverFirst } = drawn;
      const shop = await openShop(currency, prices);
      if (salePercent !== null) await addSale(shop, salePercent);
      const terms = { leastMinor, mostMinor, sharePercent };
      const of = reward({ cost, gives: { kind: 'any-amount', minor, ...terms }, minimumMinor: null });
      const neverIds = neverFirst ? shop.products.slice(0, 1).map(({ id }) => id) : [];
      const never = { productIds: neverIds, collectionIds: [] };
      const cart = cartOf(shop, lines);
      const cartMinor = subtotalOf(shop, cart, neverIds, salePercent);
      const wanted = fillCart({ cartMinor, points }, { minor, points: cost }, terms);
      const [what, said] = told(shop, cart, of, { program: { never }, points });
      seen.set(what, (seen.get(what) ?? 0) + 1);
      // Liquid's money has two decimals: an item in dinars, and what is off it, may be a few of its thousandths less.
      const items = lines.reduce((sum, { quantity }) => sum + quantity, 0);
      const slack = currencyExponent(currency) === 3 ? 20 * items + 10 : 0;
      // What the points are worth is below the least: the block says how many are missing before it asks.
      if (worthOf(points, { minor, points: cost }) < leastMinor) return;
      if (what !== 'saves') {
        expect(['minimum', 'none', 'better']).toContain(what);
        expect(slack > 0 ? cartMinor * sharePercent : (wanted?.minor ?? 0)).toBeLessThanOrEqual(
          slack > 0 ? (leastMinor + slack) * 100 : 0,
        );
        return;
      }
      expect(said).toBeGreaterThanOrEqual((wanted?.minor ?? 0) - slack);
      expect(said).toBeLessThanOrEqual(wanted?.minor ?? 0);
      expect(costOf(said ?? 0, { minor, points: cost })).toBeLessThanOrEqual(points);
      if (!neverFirst) expect(await takenAtCheckout(shop, cart, of, said ?? 0)).toBe(said);
    }),
    { numRuns: 300, examples: [[THOUSANDTHS_BELOW_THE_LEAST]] },
  );
  expect([...seen.keys()]).toEqual(expect.arrayContaining(['minimum', 'saves']));
});
