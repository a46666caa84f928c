// The first product that a stamp card counts, and what one of it costs: what a free product is proposed with. Kept nowhere.
import type { FirstProduct } from '#app/core/editing/reward-proposals.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import { minorUnits } from '#app/core/values/money.ts';
import { Failure } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { firstProduct } from '#app/shopify/rewards/first-product.ts';

/** Null where there is none that a shopper can have for nothing, and where Shopify doesn't say. */
export async function askFirstProduct(
  { domain, currency }: { domain: string; currency: string },
  cards: readonly Pick<StampCard, 'products'>[],
): Promise<FirstProduct | null> {
  const asked = firstNamed(cards);
  if (!asked) return null;
  try {
    const { node } = await callAdmin(domain, firstProduct, { id: asked });
    const found = node && 'products' in node ? node.products.nodes[0] : node;
    if (!found || !('title' in found) || found.isGiftCard || found.status !== 'ACTIVE') return null;
    const id = digitsOfGid(found.id);
    const priceMinor = minorUnits(found.variants.nodes[0]?.price ?? '', currency);
    return id && priceMinor ? { id, title: found.title, priceMinor } : null;
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    log.warn({ shopDomain: domain, err: failure }, 'the first product of a card could not be asked');
    return null;
  }
}

function firstNamed(cards: readonly Pick<StampCard, 'products'>[]): string | null {
  const [product] = cards.flatMap(({ products }) => products.productIds);
  if (product) return gid('Product', product);
  const [collection] = cards.flatMap(({ products }) => products.collectionIds);
  return collection ? gid('Collection', collection) : null;
}
