// A discount is refused where it names a product that the shop has no more, and loses one that is deleted: what is gone is left
// out, so that the reward goes on with the others. Where nothing is left it is refused, and the merchant is told.
import { kindOf } from '#app/core/rewards/kinds/kind-of.ts';
import type { RewardValue } from '#app/core/rewards/reward-value.ts';
import { existingIds } from '#app/shopify/rewards/existing-ids.ts';

type Valued = { value: RewardValue };
/** `nothingLeft`: all that it named is gone; it still names it. */
export type LeftOver<T> = T & { nothingLeft: boolean };

/** Throws a Failure when Shopify can't be asked. */
export async function withoutGoneProducts<T extends Valued>(
  shopDomain: string,
  rows: readonly T[],
): Promise<LeftOver<T>[]> {
  const chosen = rows.flatMap(({ value: { gives } }) => kindOf(gives).named(gives) ?? []);
  if (chosen.length === 0) return rows.map((row) => ({ ...row, nothingLeft: false }));
  const unique = (ids: string[]) => [...new Set(ids)];
  const products = unique(chosen.flatMap(({ productIds }) => productIds));
  const collections = unique(chosen.flatMap(({ collectionIds }) => collectionIds));
  const there = {
    productIds: await existingIds(shopDomain, 'Product', products),
    collectionIds: await existingIds(shopDomain, 'Collection', collections),
  };
  return rows.map((row) => ({ ...row, ...onlyWith(row.value, there) }));
}

type There = { productIds: ReadonlySet<string>; collectionIds: ReadonlySet<string> };

function onlyWith(value: RewardValue, there: There): LeftOver<Valued> {
  const { gives } = value;
  const kind = kindOf(gives);
  const named = kind.named(gives);
  const productIds = named?.productIds.filter((id) => there.productIds.has(id)) ?? [];
  const collectionIds = named?.collectionIds.filter((id) => there.collectionIds.has(id)) ?? [];
  if (productIds.length + collectionIds.length === 0) return { value, nothingLeft: named !== null };
  return { value: { ...value, gives: kind.of(gives, { productIds, collectionIds }) }, nothingLeft: false };
}
