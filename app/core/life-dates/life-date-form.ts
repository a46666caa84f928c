// The merchant's dialog: a date of life as it is typed, and why. It may lie some years ahead, which a birthday can't.
import { parseBirthdayForm, type BirthdayForm, type BirthdayFormProblem } from '../moments/birthday-form.ts';
import type { Birthday } from '../moments/parse-birthday.ts';
import type { LifeDateRefusal } from './life-date-request.ts';

export type LifeDateFormProblem = BirthdayFormProblem | LifeDateRefusal;

export type ParsedLifeDateForm =
  { ok: true; date: Birthday | null } | { ok: false; problems: LifeDateFormProblem[] };

/** A year that is no whole number is NaN, which no date has. @param today in the shop's calendar */
export function parseLifeDateForm(form: BirthdayForm, userId: string, today: string): ParsedLifeDateForm {
  const read = parseBirthdayForm({ ...form, year: '' }, userId, today);
  if (!read.ok || read.date === null) return read;
  const typed = form.year.trim();
  const year = typed === '' ? null : /^\d{4}$/.test(typed) ? Number(typed) : NaN;
  return { ok: true, date: { ...read.date, year } };
}
