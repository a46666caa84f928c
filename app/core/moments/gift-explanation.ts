// Why a member got a gift: what the entry keeps for the "why", in the member's history. Not the date of birth.
import { z } from 'zod';
import { MOMENTS } from './kinds/moment-kinds.ts';

export const giftExplanation = z.object({
  v: z.literal(1),
  occasion: z.enum(MOMENTS),
  /** The year of the occasion's day, e.g. 2028 for a gift of December 2027 to a 3 January. */
  year: z.int(),
  /** The day on which it was given, in the shop's calendar. */
  on: z.iso.date(),
  /** The window's last day. */
  until: z.iso.date(),
  points: z.int(),
  daysBefore: z.int(),
  daysAfter: z.int(),
  /** The program's version. */
  version: z.int(),
  /** Given after the window's first day: the date was told, the offer published or the member admitted within it. */
  late: z.boolean(),
});
export type GiftExplanation = z.infer<typeof giftExplanation>;
