// Yearly dates in the shop's calendar: on which day an occasion falls, and from when until when it can bring its gift.
// Members who were born on 29 February have the birthday on the 28th in years without that day.
import { addDays } from '../values/days.ts';

/** Month 1 … 12, day 1 … 31. */
export type MonthDay = { month: number; day: number };

/** The days before and after an occasion's day within which it can bring its gift. */
export type WindowDays = { daysBefore: number; daysAfter: number };

/** Days within which the occasion of `year` may give; both ends belong to it. */
export type MomentWindow = { year: number; from: string; until: string };

const twoDigits = (count: number): string => String(count).padStart(2, '0');

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The day of a year on which the occasion falls, `YYYY-MM-DD`. */
export function momentDay({ month, day }: MonthDay, year: number): string {
  const inYear = month === 2 && day === 29 && !isLeapYear(year) ? 28 : day;
  return `${year}-${twoDigits(month)}-${twoDigits(inYear)}`;
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

export function monthDayOf(day: string): MonthDay {
  return { month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** With a lead of seven days the window of a 3 January opens in December of the year before. */
export function momentWindow(
  date: MonthDay,
  year: number,
  { daysBefore, daysAfter }: WindowDays,
): MomentWindow {
  const day = momentDay(date, year);
  return { year, from: addDays(day, -daysBefore), until: addDays(day, daysAfter) };
}

/** The later of two days; null is none. */
export function laterDay(one: string, other: string | null): string {
  return other !== null && other > one ? other : one;
}

/** The earlier of two days; null is none. */
export function earlierDay(one: string, other: string | null): string {
  return other !== null && other < one ? other : one;
}

/**
 * The day from which the window may give: its first, or later where the date was told or changed too recently, or a gift
 * given (`restUntil`). Null where that outlasts the window. `setOn` is null for dates that nobody tells.
 */
export function firstGivingDay(
  window: MomentWindow,
  setOn: string | null,
  waitDays: number,
  restUntil: string | null = null,
): string | null {
  const waited = laterDay(window.from, setOn === null ? null : addDays(setOn, waitDays));
  const first = laterDay(waited, restUntil);
  return first > window.until ? null : first;
}
