// The collections and the tags of products: asked once per order, before any lock, and frozen with the order's facts.
import type { AskedFacts } from '#app/core/orders/facts/freeze-facts.ts';
import { Failure } from '#app/errors.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { productGroups } from '#app/shopify/orders/product-groups.ts';

/** A product with a hundred collections costs 101 points, and one query at most 1,000. */
const MOST_IDS = 9;

type Groups = Pick<AskedFacts, 'collections' | 'productTags'>;

/** `failure` is set when Shopify couldn't be asked; a product that is gone is in no collection and has no tag. */
export async function askProductGroups(
  shopDomain: string,
  productIds: readonly string[],
): Promise<Groups & { failure?: Failure }> {
  const collections: Record<string, string[]> = Object.fromEntries(productIds.map((id) => [id, []]));
  const productTags: Record<string, string[]> = Object.fromEntries(productIds.map((id) => [id, []]));
  try {
    for (let start = 0; start < productIds.length; start += MOST_IDS) {
      const ids = productIds.slice(start, start + MOST_IDS).map((id) => gid('Product', id));
      const { nodes } = await callAdmin(shopDomain, productGroups, { ids });
      for (const node of nodes) {
        const productId = node?.id ? digitsOfGid(node.id) : null;
        if (!productId || !node?.collections) continue;
        collections[productId] = node.collections.nodes.flatMap(({ id }) => digitsOfGid(id) ?? []);
        productTags[productId] = node.tags ?? [];
      }
    }
    return { collections, productTags };
  } catch (failure) {
    if (failure instanceof Failure) return { collections: {}, productTags: {}, failure };
    throw failure;
  }
}
