// The yearly moments in a member's copy: gifts whose window isn't over, and what was told of the birthday.
import type { MomentKind } from './kinds/moment-kinds.ts';
import { momentWindow, type MonthDay } from './calendar.ts';
import { shopperChangeFrom, type LoggedBirthday } from './change-limit.ts';
import type { GiftExplanation } from './gift-explanation.ts';
import { lastGivenYear, restsUntil, type GivenGift } from './last-given.ts';
import { MOST_DAYS } from './moment-rules.ts';

/** A gift within its window: what was given, on which day, and the window's last day. */
export type GiftProjection = { kind: MomentKind; points: number; on: string; until: string };

/** The birthday as the member told it. From this and the program blocks work out the next gift's day. */
export type BirthdayProjection = {
  month: number;
  day: number;
  /** The day on which the date was told or last changed; the wait counts from it. */
  setOn: string;
  /** The last birthday's year that brought a gift; null before the first. */
  givenYear: number | null;
  /** A gift of theirs is a reward that waits for its code. */
  waits?: true;
  /** The first day on which a gift can come after the last one; only where the date would bring one before. */
  restUntil?: string;
  /** From this day on the shopper may change the date once more. */
  changeFrom: string;
};

export type MomentsProjection = {
  /** Gifts whose window isn't over. */
  gifts: GiftProjection[];
  birthday: BirthdayProjection | null;
};

export type MomentsState = { gifts: readonly GiftProjection[]; birthday: BirthdayProjection | null };

export function projectMoments({ gifts, birthday }: MomentsState): MomentsProjection {
  return { gifts: [...gifts], birthday };
}

/** Gifts whose window isn't over, oldest first. @param today in the shop's calendar */
export function openGifts(gifts: readonly GiftExplanation[], today: string): GiftProjection[] {
  return gifts
    .filter(({ until }) => until >= today)
    .map(({ occasion, points, on, until }) => ({ kind: occasion, points, on, until }))
    .sort((a, b) => a.on.localeCompare(b.on));
}

type ToldBirthday = { birthday: (MonthDay & { setOn: string }) | null; log: readonly LoggedBirthday[] };

export function birthdayProjection(
  { birthday, log }: ToldBirthday,
  gifts: readonly GivenGift[],
): BirthdayProjection | null {
  if (!birthday) return null;
  const { month, day, setOn } = birthday;
  const changeFrom = shopperChangeFrom(log) ?? setOn;
  const givenYear = lastGivenYear(gifts, 'birthday');
  const restUntil = restsUntil(gifts, 'birthday');
  const rests = givenYear !== null && restUntil !== null && firstDayAfter(birthday, givenYear) < restUntil;
  const waits = gifts.some((gift) => gift.occasion === 'birthday' && gift.waits);
  const states = { ...(waits && { waits }), ...(rests && { restUntil }) };
  return { month, day, setOn, givenYear, ...states, changeFrom };
}

/** The earliest day of the next year's window, whatever the program. */
function firstDayAfter(date: MonthDay, year: number): string {
  return momentWindow(date, year + 1, { daysBefore: MOST_DAYS.daysBefore, daysAfter: 0 }).from;
}
