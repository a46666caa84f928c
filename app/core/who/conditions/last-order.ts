// "Last ordered 60 days ago or longer". Who has no order that we know isn't meant.
import { z } from 'zod';
import { daysBetween } from '../../values/days.ts';
import { bounds, isWithin, lacksBounds } from './bounds.ts';
import { condition } from './condition.ts';

export const lastOrder = condition({
  shape: z.object({ kind: z.literal('last-order'), ...bounds }),
  byOrders: true,
  lacks: lacksBounds,
  // As of a day that is over an order since is one of that day.
  holds: (asked, { lastOn }, today) =>
    lastOn !== null && isWithin(Math.max(0, daysBetween(lastOn, today)), asked),
});
