// Offers are told by day, seldom, and not to somebody who has just ordered; facts at once.
import { addDays, dayIn, startOfDay } from '../values/days.ts';
import type { NoticeClass } from './notice-kind.ts';

/** Hours of the shop's day; the first belongs to it. */
export const OFFER_HOURS = { from: 9, until: 18 } as const;
/** Days between two offers to one member, and after an order. */
export const OFFER_DAYS = { between: 7, afterOrder: 2 } as const;

/** So many days before its last day a reward that nobody has used is told of. */
export const DAYS_TO_LAPSE = 5;

const HOUR_MS = 3_600_000;

export type TellFacts = {
  at: Date;
  /** IANA name. */
  timeZone: string;
  lastOfferAt: Date | null;
  lastOrderAt: Date | null;
};

/** Now or later: the first instant at which it may be told. */
export function whenToTell(of: NoticeClass, { at, timeZone, lastOfferAt, lastOrderAt }: TellFacts): Date {
  if (of === 'fact') return at;
  const instants = [
    at,
    lastOfferAt && startOfDay(timeZone, addDays(dayIn(timeZone, lastOfferAt), OFFER_DAYS.between)),
    lastOrderAt && startOfDay(timeZone, addDays(dayIn(timeZone, lastOrderAt), OFFER_DAYS.afterOrder + 1)),
  ].flatMap((instant) => instant ?? []);
  const earliest = new Date(Math.max(...instants.map((instant) => instant.getTime())));
  return withinHours(earliest, timeZone);
}

/** Hours are counted from noon, so that a night of 23 or 25 hours moves none of them. */
function withinHours(instant: Date, timeZone: string): Date {
  const day = dayIn(timeZone, instant);
  const opens = hourOf(timeZone, day, OFFER_HOURS.from);
  if (instant < opens) return opens;
  if (instant < hourOf(timeZone, day, OFFER_HOURS.until)) return instant;
  return hourOf(timeZone, addDays(day, 1), OFFER_HOURS.from);
}

/** The instant at which clocks of the zone show that hour of the day. */
function hourOf(timeZone: string, day: string, hour: number): Date {
  const start = startOfDay(timeZone, day);
  const guess = new Date(start.getTime() + hour * HOUR_MS);
  const shown = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(guess),
  );
  return new Date(guess.getTime() + (hour - shown) * HOUR_MS);
}
