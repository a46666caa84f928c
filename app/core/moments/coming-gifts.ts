// "Birthdays of the next 30 days", by the day of the gift: the window's first day, or the end of the wait where the date was
// told or changed too recently. Days and dates to look for are few, so that a list reads what it shows and no more.
import { addDays } from '../values/days.ts';
import type { Moment } from './moment-rules.ts';
import { isLeapYear, monthDayOf, momentWindow, yearOf, type MonthDay } from './calendar.ts';

/** Today is the first. */
const COMING_DAYS = 30;
/** More members than these aren't counted one by one. */
export const MOST_COUNTED = 1_000;

export type BirthdayOffer = Pick<Moment, 'daysBefore' | 'daysAfter' | 'waitDays'>;

export type ComingDay = {
  /** The day of the gift. */
  on: string;
  /** Birthdays whose window opens on it. */
  opens: MonthDay[];
  /** The last day of telling: members who told the date on it or before have waited long enough. */
  toldBy: string;
  /** Birthdays within whose window it lies, but for the first day: whose wait ends on it, get the gift on it. */
  within: MonthDay[];
};

/** One for each of the next 30 days, in their order. */
export function comingDays({ daysBefore, daysAfter, waitDays }: BirthdayOffer, today: string): ComingDay[] {
  return daysFrom(today, COMING_DAYS).map((on) => ({
    on,
    opens: celebratedOn(addDays(on, daysBefore)),
    toldBy: addDays(on, -waitDays),
    within: daysFrom(addDays(on, -daysAfter), daysBefore + daysAfter).flatMap(celebratedOn),
  }));
}

function daysFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

function celebratedOn(day: string): MonthDay[] {
  const leapDay = day.endsWith('-02-28') && !isLeapYear(yearOf(day)) ? [{ month: 2, day: 29 }] : [];
  return [monthDayOf(day), ...leapDay];
}

/** The year of the birthday whose window holds the day of the gift; null where none does. */
export function yearOfGift(date: MonthDay, offer: BirthdayOffer, on: string): number | null {
  const year = yearOf(on);
  const found = [year - 1, year, year + 1].find((each) => {
    const { from, until } = momentWindow(date, each, offer);
    return from <= on && on <= until;
  });
  return found ?? null;
}
