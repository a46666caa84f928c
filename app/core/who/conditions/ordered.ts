// "Has ordered in the last 365 days": placed since the program began and not cancelled, whatever was given back of it.
import { z } from 'zod';
import { addDays } from '../../values/days.ts';
import { condition } from './condition.ts';

export const MOST_DAYS_BACK = 3650;

export const ordered = condition({
  shape: z.object({
    kind: z.literal('ordered'),
    /** Null: ever. */
    withinDays: z.int().min(1).max(MOST_DAYS_BACK).nullable(),
  }),
  byOrders: true,
  lacks: () => null,
  holds: ({ withinDays }, { orderedOn }, today) =>
    orderedOn !== null && (withinDays === null || orderedOn >= addDays(today, -withinDays)),
});
