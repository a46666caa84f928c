// A real order says which of its lines are gift cards and how much tax its prices hold; a made-up cart has to ask.
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { trialCart } from '#app/shopify/editing/trial-cart.ts';

export type CartFacts = {
  /** Ids of the products that are gift cards. */
  giftCards: ReadonlySet<string>;
  /** The rules take tax off prices that hold it, and nobody knows how much these hold. */
  taxUnknown: boolean;
};

/** @param productIds at most 250. Throws a Failure when Shopify can't be asked. */
export async function askCartFacts(
  shopDomain: string,
  { counts }: Pick<ProgramRules, 'counts'>,
  productIds: readonly string[],
): Promise<CartFacts> {
  const withoutTax = counts.tax === 'without';
  if (productIds.length === 0 && !withoutTax) return { giftCards: new Set(), taxUnknown: false };
  const ids = productIds.map((id) => gid('Product', id));
  const { shop, nodes } = await callAdmin(shopDomain, trialCart, { ids });
  const giftCards = nodes.flatMap((node) =>
    node?.isGiftCard && node.id ? (digitsOfGid(node.id) ?? []) : [],
  );
  return { giftCards: new Set(giftCards), taxUnknown: withoutTax && shop.taxesIncluded };
}
