// A shop at chosen prices, its cart as Liquid has it, and what the page says that a reward saves there.
import fc from 'fast-check';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { RewardProjection } from '#app/core/storefront/project-rewards.ts';
import { currencyExponent } from '#app/core/values/money.ts';
import type { Cart } from '#tests/local-shopify/shop/cart.ts';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { COMBINES } from '#tests/local-shopify/shop/offers.ts';
import { cartObject } from '#tests/local-shopify/storefront/cart-object.ts';
import { renderSnippet } from './scene/render-snippet.ts';

export async function openShop(currency: string, prices: readonly number[]): Promise<LocalShop> {
  const setup = coffeeRoaster();
  const products = setup.products.map((product, place) => ({
    ...product,
    variants: product.variants.map((variant) => ({
      ...variant,
      priceMinor: prices[place % prices.length] ?? 1,
    })),
  }));
  const shops = [{ ...setup, currency, products }];
  return (await LocalShopify.open({ apiKey: 'key', apiSecret: 'secret', shops, retriesMs: [] })).firstShop;
}

export type Line = { place: number; quantity: number };

export function cartOf(shop: LocalShop, lines: readonly Line[], codes: readonly string[] = []): Cart {
  const ofProducts = lines.map(({ place, quantity }) => {
    const product = shop.products[place % shop.products.length];
    return { variantId: product?.variants[0]?.id ?? '', quantity };
  });
  const nobody = { customerId: null, isAuthenticated: false, language: 'en' };
  return { ...nobody, lines: ofProducts, codes };
}

/** `saves` and how much, or a reason. Null is unknown. */
export function told(
  shop: LocalShop,
  cart: Cart,
  of: Reward | RewardProjection,
  more: Record<string, unknown> = {},
): [what: string, minor: number | null, whose: string] {
  const earn = { currency: shop.currency, exponent: currencyExponent(shop.currency) };
  const locals = { reward: of, published: of, earn, ...more };
  const text = renderSnippet('reward-saves', { cart: cartObject(shop, cart) }, locals);
  const [what = '', rest = ''] = text.split('|');
  return [what, /^\d+$/.test(rest) ? Number(rest) : null, rest];
}

/** Off the first collection. */
export async function addSale(shop: LocalShop, percent: number): Promise<void> {
  await shop.automaticDiscounts.add({
    ...{ kind: 'basic', percentBp: percent * 100, collectionId: shop.collections[0]?.id ?? null },
    ...{ title: 'Sale', discountClasses: ['PRODUCT'], combinesWith: COMBINES },
    ...{ startsAt: '2026-01-01T00:00:00Z', endsAt: null },
    ...{ appliesOnSubscription: true, appliesOnOneTimePurchase: true, metafields: {} },
  });
}

export const anyPrices = fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 4, maxLength: 9 });
export const anyLines = fc.uniqueArray(
  fc.record({ place: fc.integer({ min: 0, max: 11 }), quantity: fc.integer({ min: 1, max: 6 }) }),
  { minLength: 1, maxLength: 4, selector: ({ place }) => place },
);
