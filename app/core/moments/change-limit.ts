// A shopper may correct the date once within a year, so that nobody has two birthdays in one. What the shopper tells first
// isn't a change, nor is the year added to the same day; what the merchant or Shopify set doesn't count.
import { addDays } from '../values/days.ts';
import type { MonthDay } from './calendar.ts';

const DAYS_BETWEEN_CHANGES = 365;

/** One line of the log, oldest first. */
export type LoggedBirthday = {
  /** Null where the date was removed. */
  date: MonthDay | null;
  byShopper: boolean;
  /** In the shop's calendar. */
  madeOn: string;
};

const isSame = (one: MonthDay | null, other: MonthDay | null): boolean =>
  one?.month === other?.month && one?.day === other?.day;

/** From this day on the shopper may change the date; null while nothing stands against it. */
export function shopperChangeFrom(log: readonly LoggedBirthday[]): string | null {
  let before: MonthDay | null = null;
  let told = false;
  let lastChange: string | null = null;
  for (const { date, byShopper, madeOn } of log) {
    if (byShopper && date !== null) {
      if (told && !isSame(before, date)) lastChange = madeOn;
      told = true;
    }
    before = date;
  }
  return lastChange === null ? null : addDays(lastChange, DAYS_BETWEEN_CHANGES);
}
