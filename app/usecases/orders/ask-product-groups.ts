// The collections and the tags of products: asked once per order, before any lock, and frozen with the order's facts. What
// Shopify says is kept as it comes, and serves every order that was placed before.
import { now } from '#app/clock.server.ts';
import type { AskedFacts } from '#app/core/orders/facts/freeze-facts.ts';
import {
  keepProductGroups,
  keptProductGroups,
  type ProductGroups,
} from '#app/db/orders/product-groups.server.ts';
import { pool } from '#app/db/pool.server.ts';
import type { Failure } from '#app/errors.ts';
import { askByIds } from '#app/shopify/admin-api/ask-by-ids.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { productGroups } from '#app/shopify/orders/product-groups.ts';

/** A product with a hundred collections costs 101 points, and one query at most 1,000. */
const MOST_IDS = 9;
const KEPT_MS = 10 * 60_000;

type Groups = Pick<AskedFacts, 'collections' | 'productTags'>;
/** Until when each product is to be as it was: when the last order that needs it was placed. */
export type AskedOf = { shopId: number; placed: ReadonlyMap<string, Date> };

/**
 * `failure` is set when Shopify couldn't be asked for all; a product that is gone is in no collection and has no tag.
 * @param of null for orders that aren't the shop's own: nothing is kept, and nothing kept is used
 */
export async function askProductGroups(
  shopDomain: string,
  productIds: readonly string[],
  of: AskedOf | null = null,
): Promise<Groups & { failure?: Failure }> {
  const known = of && productIds.length > 0 ? await keptOf(of, productIds) : [];
  const found = new Map(known.map((each) => [each.productId, each]));
  const ids = productIds.filter((id) => !found.has(id)).map((id) => gid('Product', id));
  const failure = await askByIds(shopDomain, productGroups, ids, {
    mostIds: MOST_IDS,
    take: async ({ nodes }, batch) => {
      const answered = batch.map((id, index) => groupsOf(digitsOfGid(id) ?? '', nodes[index] ?? null));
      for (const each of answered) found.set(each.productId, each);
      if (of) await keepProductGroups(pool(), of.shopId, answered, now());
    },
  });
  const groups = {
    collections: Object.fromEntries([...found].map(([id, { collectionIds }]) => [id, collectionIds])),
    productTags: Object.fromEntries([...found].map(([id, { tags }]) => [id, tags])),
  };
  return failure ? { ...groups, failure } : groups;
}

type Node = (typeof productGroups.result._output)['nodes'][number];

function groupsOf(productId: string, node: Node): ProductGroups {
  const collectionIds = (node?.collections?.nodes ?? []).flatMap(({ id }) => digitsOfGid(id) ?? []);
  return { productId, collectionIds, tags: node?.tags ?? [] };
}

async function keptOf({ shopId, placed }: AskedOf, productIds: readonly string[]): Promise<ProductGroups[]> {
  const since = new Date(now().getTime() - KEPT_MS);
  const kept = await keptProductGroups(pool(), shopId, productIds, since);
  return kept.filter(({ productId, askedAt }) => {
    const lastPlaced = placed.get(productId);
    return lastPlaced !== undefined && lastPlaced <= askedAt;
  });
}
