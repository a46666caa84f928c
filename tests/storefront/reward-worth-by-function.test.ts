// The same of what the second discount function gives, by the core's definition of it: a free product, a percentage with a ceiling,
// any amount; whether a least subtotal counts before or after discounts on products.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { functionSaves } from '#app/core/rewards/function-saves.ts';
import type { FunctionCart } from '#app/core/rewards/function-kinds/function-cart.ts';
import { savingTaken } from '#app/core/rewards/saving-taken.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { voucherConfig } from '#app/core/rewards/voucher-config.ts';
import { currencyExponent } from '#app/core/values/money.ts';
import type { Cart } from '#tests/local-shopify/shop/cart.ts';
import { shownCart } from '#tests/local-shopify/shop/cart-order.ts';
import { Ids } from '#tests/local-shopify/shop/ids.ts';
import { forgetfulKeeper } from '#tests/local-shopify/shop/keeper.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { newOrder } from '#tests/local-shopify/shop/order-placing.ts';
import { reward } from '#tests/support/factories.ts';
import { addSale, anyLines, anyPrices, cartOf, openShop, told } from './reward-worth-scene.ts';

const CODE = 'ABCDEFGHJKMN';

const anyGives = fc.oneof(
  fc.record({
    kind: fc.constant('product' as const),
    upToMinor: fc.option(fc.integer({ min: 1, max: 9_000 })),
  }),
  fc.record({
    kind: fc.constant('percent' as const),
    percent: fc.integer({ min: 1, max: 100 }),
    of: fc.constantFrom('order' as const, 'products' as const),
    mostMinor: fc.integer({ min: 1, max: 6_000 }),
  }),
  fc.record({ kind: fc.constant('any-amount' as const), face: fc.integer({ min: 1, max: 20_000 }) }),
);
type Gives = typeof anyGives extends fc.Arbitrary<infer Value> ? Value : never;

const anyCase = fc.record({
  currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  prices: anyPrices,
  lines: anyLines,
  gives: anyGives,
  minimumMinor: fc.option(fc.integer({ min: 1, max: 30_000 })),
  salePercent: fc.option(fc.integer({ min: 1, max: 100 })),
  mayStandBesideSale: fc.boolean(),
  neverFirst: fc.boolean(),
  counted: fc.constantFrom('before' as const, 'after' as const),
});

type Kinds = Reward['gives'];
type ByFunction =
  | Extract<Kinds, { kind: 'product' | 'any-amount' }>
  | (Extract<Kinds, { kind: 'percent' }> & { mostMinor: number });

const firstThree = (shop: LocalShop) => shop.products.slice(0, 3).map(({ id }) => id);

function givesOf(shop: LocalShop, gives: Gives): ByFunction {
  if (gives.kind === 'product') return { ...gives, productIds: firstThree(shop) };
  if (gives.kind === 'any-amount')
    return { kind: gives.kind, minor: 500, leastMinor: 1, mostMinor: null, sharePercent: 100 };
  const { of, ...rest } = gives;
  return { ...rest, of: of === 'order' ? of : { productIds: firstThree(shop), collectionIds: [] } };
}

/** The lines with what discounts on products take off them. */
function linesOf(shop: LocalShop, cart: Cart) {
  const order = newOrder(shop, shownCart(shop, cart), new Ids(forgetfulKeeper()), new Date(0));
  return order.lines.map(({ id, quantity, productId, unitPriceMinor: price, giftCard, allocations }) => ({
    ...{ lineId: id, quantity, productId, price, shopPrice: price, giftCard },
    ...{ subscription: false, chosen: false, never: false },
    lowered: allocations.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  }));
}

/** What it takes off beyond what is off already: of two discounts on products a line takes the larger. */
function takenBy(of: Reward, gives: Gives, scene: Scene): number {
  const { shop, lines, never, counted } = scene;
  const exponent = currencyExponent(shop.currency);
  const config = voucherConfig({ ...of, gives: givesOf(shop, gives) }, { currencyExponent: exponent, never });
  const amounts = { [CODE]: gives.kind === 'any-amount' ? gives.face : 0 };
  const cart: FunctionCart = { lines, rate: '1.0', decimals: exponent, code: CODE, amounts };
  const saving = functionSaves(config, cart);
  const off = savingTaken(saving, lines, counted);
  const onProducts = saving?.on === 'products';
  return lines.reduce((sum, { lowered }, index) => {
    const own = off[index] ?? 0;
    return sum + (onProducts ? Math.max(own - lowered, 0) : own);
  }, 0);
}

type Scene = {
  shop: LocalShop;
  lines: ReturnType<typeof linesOf>;
  never: { productIds: string[]; collectionIds: string[] } | undefined;
  counted: 'before' | 'after';
};

test('C113 what the page says that a reward by the function saves is what the core says', async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ currency, prices, lines, gives, minimumMinor, counted, ...more }) => {
      const shop = await openShop(currency, currency === 'KWD' ? prices.map((minor) => minor + 9) : prices);
      if (more.salePercent !== null) await addSale(shop, more.salePercent);
      const combinesWith = { product: more.mayStandBesideSale, order: false, shipping: true };
      const of = reward({ gives: givesOf(shop, gives), minimumMinor, combinesWith });
      const never = more.neverFirst
        ? { productIds: firstThree(shop).slice(0, 1), collectionIds: [] }
        : undefined;
      const cart = cartOf(shop, lines);
      const off = takenBy(of, gives, { shop, lines: linesOf(shop, cart), never, counted });
      const held = gives.kind === 'any-amount' ? { reward: { ...of, face: gives.face } } : {};
      const [what, minor] = told(shop, cart, of, { program: { never }, ...held });
      const said = what === 'saves' && minor === null ? 'unknown' : what;
      seen.set(said, (seen.get(said) ?? 0) + 1);
      switch (said) {
        case 'saves':
          expect(minor).toBe(off);
          return;
        case 'unknown':
          expect(currency === 'KWD' || more.salePercent !== null).toBe(true);
          return;
        case 'minimum':
          if (more.salePercent === null && currency !== 'KWD') expect(off).toBe(0);
          expect(minor).toBeGreaterThan(0);
          return;
        case 'beside':
          expect(more.mayStandBesideSale).toBe(false);
          return;
        default:
          expect(['products', 'none', 'better']).toContain(said);
          expect(off).toBeLessThanOrEqual(currency === 'KWD' && said === 'better' ? 10 * lines.length : 0);
      }
    }),
    { numRuns: 600 },
  );
  const all = ['beside', 'better', 'minimum', 'none', 'products', 'saves', 'unknown'];
  expect([...seen.keys()].sort()).toEqual(all);
});
