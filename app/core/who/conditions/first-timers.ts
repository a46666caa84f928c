// "New customers": who has bought once at most, here or before we came.
import { z } from 'zod';
import { condition } from './condition.ts';

export const firstTimers = condition({
  shape: z.object({ kind: z.literal('first-timers') }),
  lacks: () => null,
  holds: (_, { orders }) => orders <= 1,
});
