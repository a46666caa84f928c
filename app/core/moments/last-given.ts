// The last year that brought a gift closes itself and the years before it, and for 270 days the moment rests: a date moved
// to the other side of New Year brings no second gift. The same date never meets it: its windows lie further apart.
import { addDays } from '../values/days.ts';
import { earlierDay } from './calendar.ts';
import type { MomentKind } from './kinds/moment-kinds.ts';

/** Less than a year, less the longest window's days before and after. */
const REST_DAYS = 270;

/** `on` and `until` as in the gift's explanation; `waits` for a code. */
export type GivenGift = { occasion: MomentKind; year: number; on?: string; until?: string; waits?: true };

/** Null before the first. */
export function lastGivenYear(gifts: readonly GivenGift[], occasion: MomentKind): number | null {
  const years = gifts.filter((gift) => gift.occasion === occasion).map(({ year }) => year);
  return years.length === 0 ? null : Math.max(...years);
}

/** The first day on which the next gift can come; null before the first. */
export function restsUntil(gifts: readonly GivenGift[], occasion: MomentKind): string | null {
  const ends = gifts
    .filter((gift) => gift.occasion === occasion)
    .flatMap(({ on, until = null }) => (on === undefined ? [] : [addDays(earlierDay(on, until), REST_DAYS)]));
  return ends.sort().at(-1) ?? null;
}
