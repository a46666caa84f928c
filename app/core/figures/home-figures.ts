// The home page's figures of a period: its totals, those of the period before, and a series for each chart.
import { addDays } from '../values/days.ts';

/** Days that the home page can look back on; the first is what it opens with, the last is twelve months. */
export const PERIODS = [30, 90, 365] as const;
export type Period = (typeof PERIODS)[number];

/** Whole numbers of one day: a line a figure. */
const NOTHING = {
  given: 0,
  taken: 0,
  /** On rewards, less what came back of them. */
  spent: 0,
  orders: 0,
  filled: 0,
  /** Items given free, their price in minor units, and those of which nobody wrote down what they cost. */
  freed: 0,
  freedMinor: 0,
  unpriced: 0,
  /** What moments gave: points, rewards and tasks. */
  gifts: 0,
  joined: 0,
  /** Members who came back: their second order that counted. */
  returned: 0,
  /** Orders with a reward, and what these took off, in minor units; those of which nobody knows it. */
  rewardedOrders: 0,
  /** An order may have several. */
  rewardsUsed: 0,
  rewardMinor: 0,
  rewardsUnmeasured: 0,
  rewardsGiven: 0,
  /** Their last day passed unused. */
  rewardsLapsed: 0,
  /** Of the used rewards, codes of full cards, and what these took off, in minor units. */
  cardCodes: 0,
  cardCodesMinor: 0,
};

export type FigureName = keyof typeof NOTHING;
const NAMES = Object.keys(NOTHING) as FigureName[];

/** `day` is `YYYY-MM-DD` in the shop's time zone. */
export type DayFigures = { day: string } & Record<FigureName, number>;

export type SomeFigures = Pick<DayFigures, 'day'> & Partial<DayFigures>;

/** Sums that had come together by the end of the day before the first one told. */
export type Standing = { outstanding: number; members: number; cameBack: number };

export type Totals = Record<FigureName, number> & Standing;

/** Days of a chart that share one bar; both ends belong to it. `outstanding`, `members` and `cameBack` as of its last day. */
export type Bucket = Totals & { from: string; to: string };

export type HomeFigures = { period: Period; current: Totals; previous: Totals; buckets: Bucket[] };

const MONTHS = 12;

/** The first day of the month so many months before the day's own. */
function monthBegin(day: string, monthsBefore: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const index = year * 12 + month - 1 - monthsBefore;
  const of = (value: number, digits: number) => String(value).padStart(digits, '0');
  return `${of(Math.floor(index / 12), 4)}-${of((index % 12) + 1, 2)}-01`;
}

/** The same day a year before; 29 February is the 28th there. */
function yearBefore(day: string): string {
  const before = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
  return before.endsWith('-02-29') ? `${before.slice(0, 8)}28` : before;
}

type Span = { from: string; to: string };

/** A year is twelve calendar months, this one among them, and is compared with the same days a year before. */
function spansOf(period: Period, today: string): { current: Span; previous: Span } {
  if (period !== 365) {
    const from = addDays(today, 1 - period);
    return {
      current: { from, to: today },
      previous: { from: addDays(from, -period), to: addDays(from, -1) },
    };
  }
  const from = monthBegin(today, MONTHS - 1);
  return {
    current: { from, to: today },
    previous: { from: monthBegin(today, 2 * MONTHS - 1), to: yearBefore(today) },
  };
}

/** The day from which figures of a period and of the one before it are needed. */
export function firstDayNeeded(today: string, period: Period): string {
  return spansOf(period, today).previous.from;
}

/** The first of the period's own days: what a list behind its figures begins with. */
export function firstDayShown(today: string, period: Period): string {
  return spansOf(period, today).current.from;
}

/** Of a day some figures may come apart from others. */
function byDay(days: readonly SomeFigures[]): ReadonlyMap<string, DayFigures> {
  const known = new Map<string, DayFigures>();
  for (const each of days) known.set(each.day, { ...NOTHING, ...known.get(each.day), ...each });
  return known;
}

function daysOf({ from, to }: Span, known: ReadonlyMap<string, DayFigures>): DayFigures[] {
  const days: DayFigures[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(known.get(day) ?? { day, ...NOTHING });
  return days;
}

/**
 * @param days any order, days without figures left out
 * @param before what had come together before the first day needed
 */
export function homeFigures(
  period: Period,
  today: string,
  days: readonly SomeFigures[],
  before: Standing,
): HomeFigures {
  const known = byDay(days);
  const { current, previous } = spansOf(period, today);
  const later = daysOf(current, known);
  // Of a year, the rest of the month a year ago lies between the two.
  const until = total(daysOf({ from: previous.from, to: addDays(current.from, -1) }, known), before);
  return {
    period,
    previous: total(daysOf(previous, known), before),
    current: total(later, until),
    buckets: bucketsOf(period, later, until),
  };
}

function total(days: readonly DayFigures[], before: Standing): Totals {
  const sums = { ...NOTHING };
  for (const name of NAMES) sums[name] = days.reduce((so, day) => so + day[name], 0);
  const { given, taken, spent, joined, returned } = sums;
  return {
    ...sums,
    outstanding: before.outstanding + given - taken - spent,
    members: before.members + joined,
    cameBack: before.cameBack + returned,
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

/** Points spent of those that were earned in the same time, in whole percent; null where none were. */
export function redemptionPercent({
  given,
  taken,
  spent,
}: Pick<Totals, 'given' | 'taken' | 'spent'>): number | null {
  const earned = given - taken;
  return earned <= 0 ? null : Math.max(0, Math.round((spent * 100) / earned));
}
