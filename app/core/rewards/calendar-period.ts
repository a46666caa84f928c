// "At most once a month": a month of the shop's calendar, so that the last of June and the first of July are two.
import { addDays } from '../values/days.ts';
import type { Period } from './reward-rules.ts';

/** Both days belong to it. */
export type CalendarPeriod = { from: string; until: string };

/** Monday is 0. */
function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function monthLater(firstDay: string): string {
  return `${addDays(firstDay, 31).slice(0, 7)}-01`;
}

/** The period of the calendar that a day belongs to; weeks begin on Monday. */
export function calendarPeriod(period: Period, day: string): CalendarPeriod {
  switch (period) {
    case 'day':
      return { from: day, until: day };
    case 'week': {
      const from = addDays(day, -weekday(day));
      return { from, until: addDays(from, 6) };
    }
    case 'month': {
      const from = `${day.slice(0, 7)}-01`;
      return { from, until: addDays(monthLater(from), -1) };
    }
    case 'year':
      return { from: `${day.slice(0, 4)}-01-01`, until: `${day.slice(0, 4)}-12-31` };
  }
}
