// Dates of birth as people type them: day and month, the year only where the merchant asks for it.
import { isLeapYear, momentDay, type MonthDay } from './calendar.ts';

/** `year` is null where it wasn't asked or told. */
export type Birthday = MonthDay & { year: number | null };

export type BirthdayProblem = { field: 'month' | 'day' | 'year'; reason: 'impossible' | 'year-range' };

/** Nobody alive is older. */
const OLDEST_YEARS = 120;
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The problem that keeps a date from being one, and the field beside which to say it; null when it is fine. */
export function birthdayProblem({ month, day, year }: Birthday, today: string): BirthdayProblem | null {
  const longest = Number.isInteger(month) ? LONGEST_MONTHS[month - 1] : undefined;
  if (longest === undefined) return { field: 'month', reason: 'impossible' };
  if (!Number.isInteger(day) || day < 1 || day > longest) return { field: 'day', reason: 'impossible' };
  if (year === null) return null;
  const thisYear = Number(today.slice(0, 4));
  const inRange = Number.isInteger(year) && year >= thisYear - OLDEST_YEARS;
  if (!inRange || year > thisYear) return { field: 'year', reason: 'year-range' };
  if (month === 2 && day === 29 && !isLeapYear(year)) return { field: 'day', reason: 'impossible' };
  return momentDay({ month, day }, year) > today ? { field: 'year', reason: 'year-range' } : null;
}

/** Shopify's metafield `facts.birth_date`: `YYYY-MM-DD`. Null for anything that is no date of a living person. */
export function birthdayOfMetafield(value: string, today: string): Birthday | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const birthday = { month, day, year };
  return birthdayProblem(birthday, today) === null ? birthday : null;
}
