// The people who may set a birthday, and when: the shopper tells it and may correct it once within a year; the merchant
// may always, and says why.
import { REASON_LENGTH } from '../ledger/adjustment.ts';
import type { MonthDay } from './calendar.ts';
import { shopperChangeFrom, type LoggedBirthday } from './change-limit.ts';
import { birthdayProblem, type Birthday, type BirthdayProblem } from './parse-birthday.ts';

/** `userId` is Shopify's. */
export type BirthdaySetter = { kind: 'shopper' } | { kind: 'merchant'; userId: string; reason: string };

/** `field` is where to say it; null where it is about the whole request. */
export type BirthdayRefusal =
  | BirthdayProblem
  | { field: 'reason'; reason: 'required' | 'too-long' }
  /** From `changeFrom` on the shopper may change the date. */
  | { field: null; reason: 'too-soon'; changeFrom: string }
  | { field: null; reason: 'other-request' | 'no-member' | 'blocked' };

/** The problem with the request itself, whoever the member is. */
export function requestProblem(
  date: Birthday | null,
  by: BirthdaySetter,
  today: string,
): BirthdayRefusal | null {
  const problem = date && birthdayProblem(date, today);
  if (problem || by.kind === 'shopper') return problem;
  const length = by.reason.trim().length;
  if (length === 0) return { field: 'reason', reason: 'required' };
  return length > REASON_LENGTH ? { field: 'reason', reason: 'too-long' } : null;
}

export function isSameDay(one: MonthDay, other: MonthDay | null): boolean {
  return one.month === other?.month && one.day === other.day;
}

/** The problem that keeps a shopper from setting the date; taking it away is always allowed. */
export function shopperRefusal(
  date: Birthday | null,
  member: { blocked: boolean; birthday: MonthDay | null; log: readonly LoggedBirthday[] },
  today: string,
): BirthdayRefusal | null {
  if (member.blocked) return { field: null, reason: 'blocked' };
  if (date === null || isSameDay(date, member.birthday)) return null;
  const changeFrom = shopperChangeFrom(member.log);
  if (changeFrom === null || changeFrom <= today) return null;
  return { field: null, reason: 'too-soon', changeFrom };
}
