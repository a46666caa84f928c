// A sweep asks the database only for members whose date is one of these: what it costs follows what is due.
import { addDays } from '../values/days.ts';
import type { Moment } from './moment-rules.ts';
import { isLeapYear, monthDayOf, yearOf, type MonthDay } from './calendar.ts';
import { firstDayToSweep, type SweepDays } from './due-gifts.ts';
import { giftSourceKey } from './gift-explanation.ts';

export type DayToLookAt = MonthDay & { sourceKey: string };

/** Dates whose window overlaps the days to sweep, each with the entry that would be its gift. */
export function daysToLookAt(occasion: Moment, days: SweepDays): DayToLookAt[] {
  const { kind, daysBefore, daysAfter } = occasion;
  const last = addDays(days.today, daysBefore);
  const found: DayToLookAt[] = [];
  for (let day = addDays(firstDayToSweep(days), -daysAfter); day <= last; day = addDays(day, 1)) {
    const sourceKey = giftSourceKey(kind, yearOf(day));
    found.push({ ...monthDayOf(day), sourceKey });
    if (day.endsWith('-02-28') && !isLeapYear(yearOf(day))) found.push({ month: 2, day: 29, sourceKey });
  }
  return found;
}
