// New picks must be the shop's own. Picks that the draft had before may be gone by now: they stay as they are.
import { namedPicks } from '#app/core/editing/named-picks.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { picksOf, askTitles } from './ask-titles.ts';

/** Fields that newly name something the shop doesn't have. Throws a Failure when Shopify can't be asked. */
export async function findForeignPicks(
  shopDomain: string,
  before: ProgramRules,
  after: ProgramRules,
): Promise<string[]> {
  const known = picksOf(before);
  const wanted = picksOf(after);
  const added = {
    productIds: wanted.productIds.filter((id) => !known.productIds.includes(id)),
    collectionIds: wanted.collectionIds.filter((id) => !known.collectionIds.includes(id)),
  };
  const found = await askTitles(shopDomain, added);
  return namedPicks(after).flatMap(({ field, picks }) => {
    const foreign =
      picks.productIds.some((id) => added.productIds.includes(id) && !(id in found.products)) ||
      picks.collectionIds.some((id) => added.collectionIds.includes(id) && !(id in found.collections));
    return foreign ? [field] : [];
  });
}
