// "These never count": products and collections that earn no points, fill no card and are never taken off, e.g. infant
// formula, books at fixed prices. One list for the whole program.
import { z } from 'zod';
import { shopifyId } from '../values/shapes.ts';

/** Each of a card's discounts carries them. */
export const MOST_NEVER = { products: 100, collections: 20 } as const;

export const neverEarns = z.object({
  productIds: z.array(shopifyId).max(MOST_NEVER.products),
  collectionIds: z.array(shopifyId).max(MOST_NEVER.collections),
});
export type NeverEarns = z.infer<typeof neverEarns>;

/** Whether a product is on the list, by itself or by one of its collections. */
export function isNever(
  never: NeverEarns | undefined,
  productId: string | null,
  collections: readonly string[],
): boolean {
  if (!never || productId === null) return false;
  return never.productIds.includes(productId) || collections.some((id) => never.collectionIds.includes(id));
}
