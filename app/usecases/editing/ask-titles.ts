// The titles of a program's products and collections, in Shopify, now.
import { whosOf } from '#app/core/moments/whos-of.ts';
import { collectionsOf } from '#app/core/who/collections-of.ts';
import { namedPicks } from '#app/core/editing/named-picks.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { titles as titlesOperation } from '#app/shopify/editing/titles.ts';

/** By id; one that the shop doesn't have (gone, or another shop's) is missing. */
export type AskedTitles = {
  products: Record<string, string>;
  collections: Record<string, string>;
  /** Products that are drafts or in the archive. */
  unsold: string[];
  giftCards: string[];
};

export const NO_TITLES: AskedTitles = { products: {}, collections: {}, unsold: [], giftCards: [] };

/** As Shopify calls a product that is on sale. */
const ON_SALE: readonly (string | undefined)[] = ['ACTIVE', 'UNLISTED'];

/** Shopify's limit of one `nodes` query. */
const MOST_IDS = 250;

type Picks = { productIds: readonly string[]; collectionIds: readonly string[] };

/** Everything that these rules name, each once. */
export function picksOf(...rules: readonly ProgramRules[]): Picks {
  const named = rules.flatMap(namedPicks).map(({ picks }) => picks);
  return {
    productIds: [...new Set([...named.flatMap(({ productIds }) => productIds), ...rules.flatMap(boughtOf)])],
    collectionIds: [
      ...new Set([
        ...named.flatMap(({ collectionIds }) => collectionIds),
        ...collectionsOf(...rules.flatMap(whosOf)),
      ]),
    ],
  };
}

/** What members must have bought: wanted by name, though one that is sold no more may well have been bought. */
function boughtOf(rules: ProgramRules): string[] {
  const conditions = whosOf(rules).flatMap((who) => who.conditions);
  return conditions.flatMap((each) => (each.kind === 'bought' ? each.productIds : []));
}

/** Throws a Failure when Shopify can't be asked. */
export async function askTitles(shopDomain: string, picks: Picks): Promise<AskedTitles> {
  const found = structuredClone(NO_TITLES);
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
      if (node.id.includes('/Product/')) addProduct(found, digits, { ...node, title: node.title });
      else found.collections[digits] = node.title;
    }
  }
  return found;
}

type Product = { title: string; status?: string | undefined; isGiftCard?: boolean | undefined };

function addProduct(found: AskedTitles, id: string, { title, status, isGiftCard }: Product): void {
  found.products[id] = title;
  if (!ON_SALE.includes(status)) found.unsold.push(id);
  if (isGiftCard) found.giftCards.push(id);
}
