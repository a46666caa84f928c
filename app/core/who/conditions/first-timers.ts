// "New customers": who has bought once at most, here or before we came.
import { z } from 'zod';
import { isWithinOrMore } from './bounds.ts';
import { condition } from './condition.ts';

export const firstTimers = condition({
  shape: z.object({ kind: z.literal('first-timers') }),
  byCount: true,
  lacks: () => null,
  holds: (_, { orders, uncounted }) => isWithinOrMore(orders, uncounted, { least: null, most: 1 }),
});
