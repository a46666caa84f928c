// "Has bought coffee in the last 90 days": of one of these products something is kept.
import { z } from 'zod';
import { addDays } from '../../values/days.ts';
import { shopifyId } from '../../values/shapes.ts';
import { condition } from './condition.ts';

export const BOUGHT_LIMITS = { products: 50, days: 3650 } as const;

export const bought = condition({
  shape: z.object({
    kind: z.literal('bought'),
    productIds: z.array(shopifyId).max(BOUGHT_LIMITS.products),
    /** Null: ever. */
    withinDays: z.int().min(1).max(BOUGHT_LIMITS.days).nullable(),
  }),
  lacks: ({ productIds }) => (productIds.length === 0 ? 'noneChosen' : null),
  holds: ({ productIds, withinDays }, facts, today) => {
    const from = withinDays === null ? '' : addDays(today, -withinDays);
    return facts.bought.some(
      (order) => order.day >= from && order.productIds.some((id) => productIds.includes(id)),
    );
  },
});
