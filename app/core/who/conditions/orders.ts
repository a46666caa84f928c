// "Three orders or more": those of which something is kept, and those from before that Shopify counts.
import { z } from 'zod';
import { bounds, isWithinOrMore, lacksBounds } from './bounds.ts';
import { condition } from './condition.ts';

export const orders = condition({
  shape: z.object({ kind: z.literal('orders'), ...bounds }),
  byOrders: true,
  byCount: true,
  lacks: lacksBounds,
  holds: (asked, { orders: known, uncounted }) => isWithinOrMore(known, uncounted, asked),
});
