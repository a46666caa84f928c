// "At most once a month", "until 24 December", "usable from the next day": what a reward's terms say of a day of the shop's
// calendar, in few words and from scratch.
import type { Reward } from './rules.ts';

/** The day of an instant in a shop's calendar, `YYYY-MM-DD`. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
}

export function daysLater(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10);
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return daysLater(day, weekday === 0 ? -6 : 1 - weekday);
}

type Period = 'day' | 'week' | 'month' | 'year';

/** By what two days of one period are the same. */
const NAME_OF: Record<Period, (day: string) => string> = {
  day: (day) => day,
  week: mondayOf,
  month: (day) => day.slice(0, 7),
  year: (day) => day.slice(0, 4),
};

export const isSamePeriod = (period: Period, a: string, b: string): boolean =>
  NAME_OF[period](a) === NAME_OF[period](b);

/** The days on which a reward that is taken on `day` can be used, both inclusive; null where none is left. */
export function daysOf(
  { lastsDays, usable, usableOn }: Reward,
  day: string,
): { from: string; until: string } | null {
  const first = usable === 'next-day' ? daysLater(day, 1) : day;
  if (!usableOn) return { from: first, until: daysLater(day, lastsDays) };
  const from = usableOn.from < first ? first : usableOn.from;
  return from <= usableOn.until ? { from, until: usableOn.until } : null;
}

/** Why a reward can't be had on `day`, whoever wants it; null where it can. */
export function closedOn(reward: Reward, day: string): 'not-yet' | 'over' | null {
  const { startsOn, endsOn } = reward;
  if (startsOn && day < startsOn) return 'not-yet';
  if (endsOn && day > endsOn) return 'over';
  return daysOf(reward, day) === null ? 'over' : null;
}
