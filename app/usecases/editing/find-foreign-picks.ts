// A card's new picks must be the shop's own. Picks that the draft had before may be gone by now: they stay as they are.
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { picksOf, askTitles } from './ask-titles.ts';

/** Indexes of the cards that newly name something the shop doesn't have. Throws a Failure when Shopify can't be asked. */
export async function findForeignPicks(
  shopDomain: string,
  before: ProgramRules,
  after: ProgramRules,
): Promise<number[]> {
  const known = picksOf(before);
  const wanted = picksOf(after);
  const added = {
    productIds: wanted.productIds.filter((id) => !known.productIds.includes(id)),
    collectionIds: wanted.collectionIds.filter((id) => !known.collectionIds.includes(id)),
  };
  const found = await askTitles(shopDomain, added);
  return after.cards.flatMap(({ products }, index) => {
    const foreign =
      products.productIds.some((id) => added.productIds.includes(id) && !(id in found.products)) ||
      products.collectionIds.some((id) => added.collectionIds.includes(id) && !(id in found.collections));
    return foreign ? [index] : [];
  });
}
