// A discount is refused where it names a product that the shop has no more, and loses one that is deleted: what is gone is left
// out, so that the reward goes on with the others. Where nothing is left it is refused, and the merchant is told.
import type { RewardValue } from '#app/core/rewards/reward-value.ts';
import { existingIds } from '#app/shopify/rewards/existing-ids.ts';

type Valued = { value: RewardValue };

/** Throws a Failure when Shopify can't be asked. */
export async function withoutGoneProducts<T extends Valued>(
  shopDomain: string,
  rows: readonly T[],
): Promise<T[]> {
  const chosen = rows.flatMap(({ value }) => productsOf(value) ?? []);
  if (chosen.length === 0) return [...rows];
  const unique = (ids: string[]) => [...new Set(ids)];
  const products = unique(chosen.flatMap(({ productIds }) => productIds));
  const collections = unique(chosen.flatMap(({ collectionIds }) => collectionIds));
  const there = {
    productIds: await existingIds(shopDomain, 'Product', products),
    collectionIds: await existingIds(shopDomain, 'Collection', collections),
  };
  return rows.map((row) => ({ ...row, value: onlyWith(row.value, there) }));
}

function productsOf({ gives }: RewardValue) {
  return gives.kind === 'percent' && gives.of !== 'order' ? gives.of : null;
}

type There = { productIds: ReadonlySet<string>; collectionIds: ReadonlySet<string> };

function onlyWith(value: RewardValue, there: There): RewardValue {
  const { gives } = value;
  if (gives.kind !== 'percent' || gives.of === 'order') return value;
  const productIds = gives.of.productIds.filter((id) => there.productIds.has(id));
  const collectionIds = gives.of.collectionIds.filter((id) => there.collectionIds.has(id));
  if (productIds.length + collectionIds.length === 0) return value;
  return { ...value, gives: { ...gives, of: { productIds, collectionIds } } };
}
