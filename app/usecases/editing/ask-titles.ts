// The titles of a program's products and collections, in Shopify, now.
import { namedPicks } from '#app/core/editing/named-picks.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { titles as titlesOperation } from '#app/shopify/editing/titles.ts';

/** By id; one that the shop doesn't have (gone, or another shop's) is missing. */
export type AskedTitles = { products: Record<string, string>; collections: Record<string, string> };

/** Shopify's limit of one `nodes` query. */
const MOST_IDS = 250;

type Picks = { productIds: readonly string[]; collectionIds: readonly string[] };

/** Everything that these rules name, each once. */
export function picksOf(...rules: readonly ProgramRules[]): Picks {
  const named = rules.flatMap(namedPicks).map(({ picks }) => picks);
  return {
    productIds: [...new Set(named.flatMap(({ productIds }) => productIds))],
    collectionIds: [...new Set(named.flatMap(({ collectionIds }) => collectionIds))],
  };
}

/** Throws a Failure when Shopify can't be asked. */
export async function askTitles(shopDomain: string, picks: Picks): Promise<AskedTitles> {
  const found: AskedTitles = { products: {}, collections: {} };
  const ids = [
    ...picks.productIds.map((id) => gid('Product', id)),
    ...picks.collectionIds.map((id) => gid('Collection', id)),
  ];
  for (let start = 0; start < ids.length; start += MOST_IDS) {
    const { nodes } = await callAdmin(shopDomain, titlesOperation, {
      ids: ids.slice(start, start + MOST_IDS),
    });
    for (const node of nodes) {
      const digits = node?.id ? digitsOfGid(node.id) : null;
      if (!digits || !node?.id || node.title === undefined) continue;
      const kind = node.id.includes('/Product/') ? found.products : found.collections;
      kind[digits] = node.title;
    }
  }
  return found;
}
