// "Your gift comes on 3 May": the day that the blocks name, worked out from what the member told and from the program.
import type { Moment } from './moment-rules.ts';
import { fellInPause, type Pause } from './running-moments.ts';
import { firstGivingDay, laterDay, momentWindow, yearOf, type MonthDay } from './calendar.ts';

/** Part of `BirthdayProjection`. */
export type ToldBirthday = MonthDay & {
  setOn: string;
  /** The last birthday's year that brought a gift: it and those before bring none any more. */
  givenYear: number | null;
  /** The first day on which a gift can come after the last one. */
  restUntil?: string | null;
};

/** A wait of a year, a gift already given for the next one, and a pause push it at most this far. */
const MOST_YEARS = 5;

/**
 * The first day, from `today` on, on which a birthday can bring its gift; `today` itself within a window whose gift
 * wasn't given yet. Whether the member ordered or is left out isn't asked here.
 */
export function nextGiftOn(
  { month, day, setOn, givenYear, restUntil = null }: ToldBirthday,
  occasion: Pick<Moment, 'daysBefore' | 'daysAfter' | 'waitDays'>,
  today: string,
  pauses: readonly Pause[] = [],
): string {
  const thisYear = yearOf(today);
  for (let year = thisYear - 1; year <= thisYear + MOST_YEARS; year += 1) {
    if (givenYear !== null && year <= givenYear) continue;
    const window = momentWindow({ month, day }, year, occasion);
    const first = firstGivingDay(window, setOn, occasion.waitDays, restUntil);
    if (first !== null && window.until >= today && !fellInPause(first, pauses)) return laterDay(first, today);
  }
  throw new RangeError(`no gift within ${MOST_YEARS} years of ${today}`);
}
