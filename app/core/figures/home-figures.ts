// The home page's figures of a period: its totals, those of the period before, and a series for each chart.
import { addDays } from '../values/days.ts';

/** Days that the home page can look back on; the first is what it opens with. */
export const PERIODS = [30, 90, 365] as const;
export type Period = (typeof PERIODS)[number];

/** Whole numbers of one day, `YYYY-MM-DD` in the shop's time zone. */
export type DayFigures = {
  day: string;
  given: number;
  taken: number;
  orders: number;
  filled: number;
  /** For birthdays and anniversaries. */
  gifts: number;
  joined: number;
};

/** Sums that had come together by the end of the day before the first one told. */
export type Standing = { outstanding: number; members: number };

export type Totals = Omit<DayFigures, 'day'> & Standing;

/** Days of a chart that share one bar; both ends belong to it. `outstanding` and `members` as of its last day. */
export type Bucket = Totals & { from: string; to: string };

export type HomeFigures = { period: Period; current: Totals; previous: Totals; buckets: Bucket[] };

const NOTHING = { given: 0, taken: 0, orders: 0, filled: 0, gifts: 0, joined: 0 };

/** The day from which figures of a period and of the one before it are needed. */
export function firstDayNeeded(today: string, period: Period): string {
  return addDays(today, 1 - 2 * period);
}

/**
 * @param days any order, days without figures left out
 * @param before what had come together before the first day needed
 */
export function homeFigures(
  period: Period,
  today: string,
  days: readonly DayFigures[],
  before: Standing,
): HomeFigures {
  const known = new Map(days.map((each) => [each.day, each]));
  const first = firstDayNeeded(today, period);
  const every = Array.from({ length: 2 * period }, (_, index): DayFigures => {
    const day = addDays(first, index);
    return known.get(day) ?? { day, ...NOTHING };
  });
  const [earlier, later] = [every.slice(0, period), every.slice(period)];
  const previous = total(earlier, before);
  return { period, previous, current: total(later, previous), buckets: bucketsOf(period, later, previous) };
}

function total(days: readonly DayFigures[], before: Standing): Totals {
  const sum = (of: (each: DayFigures) => number) => days.reduce((so, each) => so + of(each), 0);
  const given = sum((each) => each.given);
  const taken = sum((each) => each.taken);
  const joined = sum((each) => each.joined);
  return {
    given,
    taken,
    joined,
    orders: sum((each) => each.orders),
    filled: sum((each) => each.filled),
    gifts: sum((each) => each.gifts),
    outstanding: before.outstanding + given - taken,
    members: before.members + joined,
  };
}

/** Single days, weeks that end today, or calendar months. */
function bucketsOf(period: Period, days: readonly DayFigures[], before: Standing): Bucket[] {
  const groups = new Map<string, DayFigures[]>();
  for (const [index, each] of days.entries()) {
    const key = groupKey(period, each.day, days.length - 1 - index);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  let standing = before;
  return [...groups.values()].map((group) => {
    const sums = total(group, standing);
    standing = sums;
    return { ...sums, from: group[0]?.day ?? '', to: group.at(-1)?.day ?? '' };
  });
}

function groupKey(period: Period, day: string, daysAgo: number): string {
  switch (period) {
    case 30:
      return day;
    case 90:
      return String(Math.floor(daysAgo / 7));
    case 365:
      return day.slice(0, 7);
  }
}

/** Change in whole percent; null where there was nothing before to compare with. */
export function changePercent(now: number, before: number): number | null {
  return before <= 0 ? null : Math.round(((now - before) * 100) / before);
}
