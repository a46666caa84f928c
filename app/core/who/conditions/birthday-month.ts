// "Born in May", "born in this month". Who hasn't told it isn't meant.
import { z } from 'zod';
import { condition } from './condition.ts';

export const birthdayMonth = condition({
  shape: z.object({
    kind: z.literal('birthday-month'),
    /** 0: the month in which it is asked. */
    month: z.int().min(0).max(12),
  }),
  lacks: () => null,
  holds: ({ month }, { birthMonth }, today) =>
    birthMonth !== null && birthMonth === (month === 0 ? Number(today.slice(5, 7)) : month),
});
