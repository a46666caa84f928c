// Days of the shop's calendar, for moving the clock to one.
import { addDays, dayIn } from './days.ts';

const HOUR_MS = 3_600_000;
/** Further than the longest that anything in the app waits for. */
export const MOST_DAYS = 400;

/** What was typed, as a day ahead; or what is wrong with it. */
export function readLaterDay(typed: string, today: string): { day: string } | { wrong: string } {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? Date.parse(`${typed}T00:00:00Z`) : NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== typed) {
    return { wrong: 'Choose a day.' };
  }
  if (typed <= today) return { wrong: 'Choose a day after today: the clock never goes back.' };
  if (typed > addDays(today, MOST_DAYS)) return { wrong: `Choose a day within ${MOST_DAYS} days.` };
  return { day: typed };
}

/** The same time of day there; where a clock was put forward or back meanwhile, at most an hour beside it. */
export function sameTimeOn(day: string, at: Date, timeZone: string): Date {
  const days = (Date.parse(day) - Date.parse(dayIn(timeZone, at))) / (24 * HOUR_MS);
  const ahead = new Date(at.getTime() + days * 24 * HOUR_MS);
  const there = dayIn(timeZone, ahead);
  if (there === day) return ahead;
  return new Date(ahead.getTime() + (there < day ? HOUR_MS : -HOUR_MS));
}
