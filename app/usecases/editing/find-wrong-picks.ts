// New picks must be the shop's own, and a free product no gift card. Picks that the draft had before may be gone by now: they stay
// as they are.
import type { FieldErrors } from '#app/core/editing/field-errors.ts';
import { namedPicks } from '#app/core/editing/named-picks.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { picksOf, askTitles } from './ask-titles.ts';

/** By the field that newly names it. Throws a Failure when Shopify can't be asked. */
export async function findWrongPicks(
  shopDomain: string,
  before: ProgramRules,
  after: ProgramRules,
): Promise<FieldErrors> {
  const known = picksOf(before);
  const wanted = picksOf(after);
  const free = newlyFree(before, after);
  const added = {
    productIds: wanted.productIds.filter((id) => !known.productIds.includes(id)),
    collectionIds: wanted.collectionIds.filter((id) => !known.collectionIds.includes(id)),
  };
  const asked = {
    ...added,
    productIds: [...new Set([...added.productIds, ...free.flatMap(({ ids }) => ids)])],
  };
  const found = await askTitles(shopDomain, asked);
  const foreign = namedPicks(after).filter(
    ({ picks }) =>
      picks.productIds.some((id) => added.productIds.includes(id) && !(id in found.products)) ||
      picks.collectionIds.some((id) => added.collectionIds.includes(id) && !(id in found.collections)),
  );
  const giftCards = free.filter(({ ids }) => ids.some((id) => found.giftCards.includes(id)));
  return Object.fromEntries([
    ...giftCards.map(({ field }) => [field, 'giftCardChosen'] as const),
    ...foreign.map(({ field }) => [field, 'notInShop'] as const),
  ]);
}

/** Products that a reward gives and didn't give before: one may have had them for a percentage. */
function newlyFree(before: ProgramRules, after: ProgramRules): { field: string; ids: string[] }[] {
  const freeBefore = (before.rewards ?? []).flatMap(({ gives }) =>
    gives.kind === 'product' ? gives.productIds : [],
  );
  return (after.rewards ?? []).flatMap(({ gives }, index) => {
    if (gives.kind !== 'product') return [];
    return [
      { field: `rewards.${index}.products`, ids: gives.productIds.filter((id) => !freeBefore.includes(id)) },
    ];
  });
}
