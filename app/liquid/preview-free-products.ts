// The products that rewards give, as the made-up shop of a preview has them: the first of each reward, no dearer than it may be.
import { currencyExponent } from '#app/core/values/money.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { Handles } from '#app/core/storefront/page-handles.ts';

type Priced = { price: number; price_min: number; price_max: number; variants: { price: number }[] };
type FreeProducts<P> = { handles: Handles; products: Record<string, P> };

/** @param product that the preview shows, at its price in Liquid's hundredths */
export function freeProductsInPreview<P extends Priced>(
  rewards: readonly Reward[],
  currency: string,
  product: P,
): FreeProducts<P> {
  const named = rewards.flatMap(({ gives }) => {
    if (gives.kind !== 'product') return [];
    const { productIds, upToMinor } = gives;
    const most = upToMinor === null ? Infinity : upToMinor * 10 ** (2 - currencyExponent(currency));
    return productIds.slice(0, 1).map((id) => ({ id, price: Math.floor(Math.min(product.price, most)) }));
  });
  return {
    handles: Object.fromEntries(named.map(({ id }) => [id, `free-${id}`])),
    products: Object.fromEntries(named.map(({ id, price }) => [`free-${id}`, pricedAt(product, price)])),
  };
}

function pricedAt<P extends Priced>(product: P, price: number): P {
  const variants = product.variants.map((variant) => ({ ...variant, price }));
  return { ...product, price, price_min: price, price_max: price, variants };
}
