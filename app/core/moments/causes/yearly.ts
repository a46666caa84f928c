// A date of the year, and the days around it within which it brings its gift: once in its year, and after a rest where the date was
// moved.
import { firstGivingDay, momentWindow, yearOf, type MonthDay } from '../calendar.ts';
import { addDays } from '../../values/days.ts';
import type { GivenBefore, Look, Occurrence } from './cause-kind.ts';

/** Less than a year, less the longest window: a date that was moved brings no second gift sooner. */
const REST_DAYS = 270;

export const YEARLY_FIELDS = {
  daysBefore: { type: 'number', least: 0, most: 30, first: 0 },
  daysAfter: { type: 'number', least: 0, most: 60, first: 30 },
  waitDays: { type: 'number', least: 0, most: 365, first: 30 },
} as const;

type YearlyWhen = { daysBefore: number; daysAfter: number; waitDays: number };

/** A date with the day of its telling, null where nobody tells it; nothing comes for the year `afterYear` or before. */
export type YearlyDate = { date: MonthDay; setOn: string | null; afterYear: number };

export function yearlyOccurrences(when: YearlyWhen, told: YearlyDate, look: Look): Occurrence[] {
  const { from, today, given } = look;
  const last = given.map(({ name }) => Number(name)).filter(Number.isInteger);
  const closed = Math.max(told.afterYear, ...last);
  const restUntil = restsUntil(given);
  const found: Occurrence[] = [];
  for (let year = yearOf(from) - 1; year <= yearOf(today) + 1; year += 1) {
    const window = momentWindow(told.date, year, when);
    const on = firstGivingDay(window, told.setOn, when.waitDays, restUntil);
    if (on === null || year <= closed) continue;
    found.push({ name: String(year), on, until: window.until, countsTo: window.until });
  }
  return found;
}

function restsUntil(given: readonly GivenBefore[]): string | null {
  const days = given.map(({ on }) => addDays(on, REST_DAYS));
  return days.sort().at(-1) ?? null;
}
