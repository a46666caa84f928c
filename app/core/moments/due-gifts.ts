// The gifts that a member is due when a sweep looks: those of every window that it hasn't looked at yet or that is open
// today, once in the occasion's year.
import { addDays } from '../values/days.ts';
import type { MomentFacts } from './kinds/moment-kind.ts';
import { momentKind, type MomentKind } from './kinds/moment-kinds.ts';
import type { Moment } from './moment-rules.ts';
import {
  earlierDay,
  firstGivingDay,
  laterDay,
  momentWindow,
  yearOf,
  type MonthDay,
  type MomentWindow,
} from './calendar.ts';
import { lastGivenYear, restsUntil, type GivenGift } from './last-given.ts';
import { fellInPause, type RunningMoment } from './running-moments.ts';

/** Days of the shop's calendar. */
export type MomentMember = MomentFacts & {
  /** Gifts of the person: of this member and of those who were merged into it. */
  given: readonly GivenGift[];
  /** Whether a gift is for them whose window opens on the day: who it is for is asked of the database. Absent: all are. */
  isFor?: (kind: MomentKind, day: string) => boolean;
  /** Times for which the member was left out and that are over: their first day and their last, on both of which they took part. */
  leftOut?: readonly DaysLeftOut[];
};

export type DaysLeftOut = { from: string; until: string };

/** Every window that ended on `sweptThrough` or before has been looked at; null: none ever. */
export type SweepDays = {
  sweptThrough: string | null;
  today: string;
  /** Of one member: the first day on which something changed that may bring a gift, whatever was swept since. */
  lookFrom?: string | null;
};

export type DueGift = {
  occasion: Moment;
  version: number;
  year: number;
  /** The window's first day. */
  from: string;
  /** The first day on which it could be given; today, where that was only known late. */
  on: string;
  until: string;
  late: boolean;
};

/** What became known of one member is looked at no later than this: any later, two gifts would come together. */
const MOST_DAYS_LATE = 180;

/** First of the days that a sweep looks at: the one after the last sweep's or the member's own, today at the latest. */
export function firstDayToSweep({ sweptThrough, today, lookFrom = null }: SweepDays): string {
  const next = sweptThrough === null ? today : addDays(sweptThrough, 1);
  const own = lookFrom && laterDay(lookFrom, addDays(today, -MOST_DAYS_LATE));
  return earlierDay(earlierDay(next, own), today);
}

/** Whoever is left out is due nothing, which isn't asked here. */
export function dueGifts(
  member: MomentMember,
  running: readonly RunningMoment[],
  days: SweepDays,
): DueGift[] {
  return running.flatMap((each) => dueOf(member, each, days));
}

function dueOf(member: MomentMember, { occasion, since, version, pauses }: RunningMoment, days: SweepDays) {
  const { kind, waitDays } = occasion;
  const told = momentKind(kind).dateOf(member);
  if (!told) return [];
  const lastGiven = lastGivenYear(member.given, kind) ?? -Infinity;
  const restUntil = restsUntil(member.given, kind);
  return windowsInDays(told.date, occasion, days).flatMap((window): DueGift[] => {
    const first = firstGivingDay(window, told.setOn, waitDays, restUntil);
    const isOpen = first !== null && first <= days.today && since <= window.until;
    if (!isOpen || window.year <= lastGiven || window.year <= told.afterYear) return [];
    if (wasOutUntilOver(member, first, window) || fellInPause(first, pauses)) return [];
    if (member.isFor?.(kind, window.from) === false) return [];
    const knownOn = laterDay(laterDay(since, told.setOn), days.sweptThrough);
    const late = first <= knownOn;
    // Due in time and looked at after the window: it lies on the window's last day.
    const on = late ? earlierDay(days.today, window.until) : first;
    const { year, from, until } = window;
    return [{ occasion, version, year, from, on, until, late }];
  });
}

/** On no day on which it could have been given did they take part: a sweep that comes late says what one of then would. */
function wasOutUntilOver({ leftOut = [] }: MomentMember, first: string, window: MomentWindow): boolean {
  return leftOut.some(({ from, until }) => from < first && window.until < until);
}

/** Windows of one date that overlap the days to sweep, oldest first. */
function windowsInDays(date: MonthDay, occasion: Moment, days: SweepDays): MomentWindow[] {
  const first = firstDayToSweep(days);
  const windows: MomentWindow[] = [];
  for (let year = yearOf(first) - 1; year <= yearOf(days.today) + 1; year += 1) {
    const window = momentWindow(date, year, occasion);
    if (window.until >= first && window.from <= days.today) windows.push(window);
  }
  return windows;
}
