// A date of life as a shopper or the merchant may set it: with the same care as a birthday, of which it differs in its years, and in the
// words to which the shopper agrees.
import {
  requestProblem,
  shopperRefusal,
  type BirthdayRefusal,
  type BirthdaySetter,
} from '../moments/birthday-request.ts';
import { isLeapYear } from '../moments/calendar.ts';
import { causeOf } from '../moments/causes/cause-kinds.ts';
import type { LoggedBirthday } from '../moments/change-limit.ts';
import type { MomentRule } from '../moments/moment-rule.ts';
import type { Birthday } from '../moments/parse-birthday.ts';
import { shortHash } from '../rewards/reward-value.ts';

export type LifeDateRefusal =
  | BirthdayRefusal
  /** The words aren't those that are published now. */
  | { field: null; reason: 'no-such-date' | 'other-words' }
  | { field: 'agreed'; reason: 'not-agreed' };

/** What is set, and by whom; `agreed` is the hash of the words that the shopper saw. */
export type LifeDateRequest = { date: Birthday | null; by: BirthdaySetter; agreed: string | null };

const OLDEST_YEARS = 120;
const COMING_YEARS = 10;

/** Of the words in both languages: which of them was read makes no other consent. */
export const consentHash = ({ consent }: Pick<MomentRule, 'consent'>): string =>
  shortHash(JSON.stringify(consent ?? null));

/** Moments that ask for a date, of a program. */
export function lifeDateRules(moments: readonly MomentRule[] = []): MomentRule[] {
  return moments.filter(({ kind }) => causeOf(kind).asksDate);
}

/** The problem with the request, whoever the member is. @param rule null where the program asks for no such date */
export function lifeDateProblem(
  { date, by, agreed }: LifeDateRequest,
  rule: MomentRule | null,
  today: string,
): LifeDateRefusal | null {
  const problem = requestProblem(date && { ...date, year: null }, by, today) ?? yearProblem(date, today);
  if (problem || date === null) return problem;
  if (!rule) return { field: null, reason: 'no-such-date' };
  if (by.kind === 'merchant' || agreed === consentHash(rule)) return null;
  return agreed === null ? { field: 'agreed', reason: 'not-agreed' } : { field: null, reason: 'other-words' };
}

/** It may lie some years ahead. */
function yearProblem(date: Birthday | null, today: string): LifeDateRefusal | null {
  if (date === null || date.year === null) return null;
  const { month, day, year } = date;
  const thisYear = Number(today.slice(0, 4));
  const inRange =
    Number.isInteger(year) && year >= thisYear - OLDEST_YEARS && year <= thisYear + COMING_YEARS;
  if (!inRange) return { field: 'year', reason: 'year-range' };
  return month === 2 && day === 29 && !isLeapYear(year) ? { field: 'day', reason: 'impossible' } : null;
}

/** The problem that keeps this member from it; taking it away is always allowed. */
export function lifeDateRefusal(
  { date, by }: LifeDateRequest,
  member: { blocked: boolean; date: Birthday | null; log: readonly LoggedBirthday[] },
  today: string,
): LifeDateRefusal | null {
  if (by.kind === 'merchant') return null;
  return shopperRefusal(date, { blocked: member.blocked, birthday: member.date, log: member.log }, today);
}
