// The part of the program that is about moments: what a birthday and an anniversary bring.
import { z } from 'zod';
import { rewardKey } from '../values/shapes.ts';
import { MOST_POINTS } from '../values/units.ts';
import { whoRules } from '../who/who.ts';
import { MOMENTS } from './kinds/moment-kinds.ts';

/** The most days of each; the least is none. */
export const MOST_DAYS = { daysBefore: 30, daysAfter: 60, waitDays: 365 } as const;

/** The offer that an occasion gives: points, or a reward of the program by its key. */
const offer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('points'), points: z.int().min(1).max(MOST_POINTS) }),
  z.object({ kind: z.literal('reward'), key: rewardKey }),
]);

/**
 * Given once in the occasion's year, on the first day of the window from `daysBefore` days before the day to `daysAfter`
 * days after it.
 */
const moment = z.object({
  kind: z.enum(MOMENTS),
  offer,
  daysBefore: z.int().min(0).max(MOST_DAYS.daysBefore),
  daysAfter: z.int().min(0).max(MOST_DAYS.daysAfter),
  /** Days between the telling or changing of a date and the first gift that it can bring. 0 for the anniversary. */
  waitDays: z.int().min(0).max(MOST_DAYS.waitDays),
  /** As of the window's first day. Words are from before there were conditions, and read by `whoOf`. */
  who: z.union([z.enum(['all', 'ordered']), whoRules]),
  /** Whether shoppers are asked for the year of their birth, too. */
  asksYear: z.boolean(),
});
export type Moment = z.infer<typeof moment>;
export type MomentOffer = Moment['offer'];

/** At most one of each kind. Rules from before there were any have none. */
export const momentRules = z.array(moment).max(MOMENTS.length).default([]);
