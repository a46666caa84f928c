// Which collections products are in: asked once per order, before any lock, and frozen with the order's facts.
import type { Collections } from '#app/core/evaluate-order.ts';
import { Failure } from '#app/errors.ts';
import { callAdmin } from '#app/shopify/admin.server.ts';
import { digitsOfGid, gid } from '#app/shopify/ids.ts';
import { productCollections } from '#app/shopify/operations/product-collections.ts';

/** A product with a hundred collections costs 101 points, and one query at most 1,000. */
const MOST_IDS = 9;

/** `failure` is set when Shopify couldn't be asked; a product that is gone is in no collection. */
export async function readCollections(
  shopDomain: string,
  productIds: readonly string[],
): Promise<{ collections: Collections; failure?: Failure }> {
  const collections: Record<string, string[]> = Object.fromEntries(productIds.map((id) => [id, []]));
  try {
    for (let start = 0; start < productIds.length; start += MOST_IDS) {
      const ids = productIds.slice(start, start + MOST_IDS).map((id) => gid('Product', id));
      const { nodes } = await callAdmin(shopDomain, productCollections, { ids });
      for (const node of nodes) {
        const productId = node?.id ? digitsOfGid(node.id) : null;
        if (!productId || !node?.collections) continue;
        collections[productId] = node.collections.nodes.flatMap(({ id }) => digitsOfGid(id) ?? []);
      }
    }
    return { collections };
  } catch (failure) {
    if (failure instanceof Failure) return { collections: {}, failure };
    throw failure;
  }
}
