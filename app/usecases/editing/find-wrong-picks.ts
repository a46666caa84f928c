// New picks must be the shop's own, and a free product no gift card. Picks that the draft had before may be gone by now: they stay
// as they are.
import type { FieldErrors } from '#app/core/editing/field-errors.ts';
import { namedPicks, type NamedPicks } from '#app/core/editing/named-picks.ts';
import { whoOf } from '#app/core/moments/who-of-moment.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { collectionsOf } from '#app/core/who/collections-of.ts';
import { MOST_IN_COLLECTION } from '#app/core/who/kept-collection.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { collectionSizes } from '#app/shopify/who/collection-sizes.ts';
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
  const foreign = [...namedPicks(after), ...whoPicks(after)].filter(
    ({ picks }) =>
      picks.productIds.some((id) => added.productIds.includes(id) && !(id in found.products)) ||
      picks.collectionIds.some((id) => added.collectionIds.includes(id) && !(id in found.collections)),
  );
  const giftCards = free.filter(({ ids }) => ids.some((id) => found.giftCards.includes(id)));
  const tooLarge = await tooLargeOf(shopDomain, whoPicks(after), added.collectionIds);
  return Object.fromEntries([
    ...tooLarge.map((field) => [field, 'collectionTooLarge'] as const),
    ...giftCards.map(({ field }) => [field, 'giftCardChosen'] as const),
    ...foreign.map(({ field }) => [field, 'notInShop'] as const),
  ]);
}

/** Products that somebody bought may be gone; a collection that decides must be there. */
function whoPicks({ occasions, moments = [] }: ProgramRules): NamedPicks[] {
  const yearly = occasions.map((each) => ({ field: `occasions.${each.kind}`, who: whoOf(each) }));
  const ofList = moments.map(({ who }, index) => ({ field: `moments.${index}`, who }));
  return [...yearly, ...ofList].flatMap(({ field, who }) =>
    who.conditions.map((condition, place) => {
      const picks = { productIds: [], collectionIds: collectionsOf({ conditions: [condition] }) };
      return { field: `${field}.who.${place}`, picks };
    }),
  );
}

/** Fields that newly name a collection that can't be read whole. */
async function tooLargeOf(
  shopDomain: string,
  named: readonly NamedPicks[],
  added: readonly string[],
): Promise<string[]> {
  const ids = named.flatMap(({ picks }) => picks.collectionIds).filter((id) => added.includes(id));
  if (ids.length === 0) return [];
  const { nodes } = await callAdmin(shopDomain, collectionSizes, {
    ids: [...new Set(ids)].map((id) => gid('Collection', id)),
  });
  const large = nodes.flatMap((node) =>
    (node?.productsCount?.count ?? 0) > MOST_IN_COLLECTION ? (digitsOfGid(node?.id ?? '') ?? []) : [],
  );
  return named
    .filter(({ picks }) => picks.collectionIds.some((id) => large.includes(id)))
    .map(({ field }) => field);
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
