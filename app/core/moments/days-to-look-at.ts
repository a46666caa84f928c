// A sweep asks the database only for members whose date is one of these: what it costs follows what is due.
import { addDays } from '../values/days.ts';
import type { Moment } from './moment-rules.ts';
import { isLeapYear, monthDayOf, yearOf, type MonthDay } from './calendar.ts';
import { firstDayToSweep, type SweepDays } from './due-gifts.ts';
import { momentCause } from './moment-cause.ts';

export type DayToLookAt = MonthDay & { cause: string };

/** Dates whose window overlaps the days to sweep, each with the cause under which it would bring its gift. */
export function daysToLookAt(occasion: Moment, days: SweepDays): DayToLookAt[] {
  const { kind, daysBefore, daysAfter } = occasion;
  const last = addDays(days.today, daysBefore);
  const found: DayToLookAt[] = [];
  for (let day = addDays(firstDayToSweep(days), -daysAfter); day <= last; day = addDays(day, 1)) {
    const cause = momentCause(kind, yearOf(day));
    found.push({ ...monthDayOf(day), cause });
    if (day.endsWith('-02-28') && !isLeapYear(yearOf(day))) found.push({ month: 2, day: 29, cause });
  }
  return found;
}
