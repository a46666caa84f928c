// "Ten of a hundred, drawn by lot, don't get it until the end of March": a comparison group, so that it can be said what a moment brings.
import { z } from 'zod';
import { day } from '../values/shapes.ts';

export const MOST_HELD_OUT = 50;

export const holdoutRule = z.object({
  percent: z.int().min(1).max(MOST_HELD_OUT),
  /** What the lots are drawn by: the number of the version that began it, or `NOT_BEGUN`. */
  salt: z.string().min(1).max(64),
  /** The planned day, the last on which anybody is held out. */
  until: day,
});
export type Holdout = z.infer<typeof holdoutRule>;

/** Of one that was never published. */
export const NOT_BEGUN = 'draft';

/** The version that began it; null before. */
export function begunBy({ salt }: Holdout): number | null {
  return /^\d{1,9}$/.test(salt) ? Number(salt) : null;
}
