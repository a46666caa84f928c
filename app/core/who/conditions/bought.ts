// "Has bought coffee in the last 90 days": something is kept of one of these products, or of one that is in one of these collections
// today. Null while a collection that decides isn't read.
import { z } from 'zod';
import { addDays } from '../../values/days.ts';
import { shopifyId } from '../../values/shapes.ts';
import { condition } from './condition.ts';

export const BOUGHT_LIMITS = { products: 50, collections: 10, days: 3650 } as const;

export const bought = condition({
  shape: z.object({
    kind: z.literal('bought'),
    productIds: z.array(shopifyId).max(BOUGHT_LIMITS.products),
    /** Absent where there are none, and in rules from before they could be named. */
    collectionIds: z.array(shopifyId).max(BOUGHT_LIMITS.collections).optional(),
    /** Null: ever. */
    withinDays: z.int().min(1).max(BOUGHT_LIMITS.days).nullable(),
  }),
  byOrders: true,
  lacks: ({ productIds, collectionIds = [] }) =>
    productIds.length + collectionIds.length === 0 ? 'noneChosen' : null,
  holds: ({ productIds, collectionIds = [], withinDays }, facts, today) => {
    const from = withinDays === null ? '' : addDays(today, -withinDays);
    const kept = facts.bought.filter(({ day }) => day >= from).flatMap((order) => order.productIds);
    const answers = [productIds, ...collectionIds.map((id) => facts.collections[id] ?? null)].map(
      (products) => products && kept.some((id) => products.includes(id)),
    );
    if (answers.includes(true)) return true;
    return answers.includes(null) ? null : false;
  },
});
