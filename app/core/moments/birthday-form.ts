// The merchant's dialog: a birthday as it is typed, and why. Everything that is wrong is said at once, beside its field.
import { z } from 'zod';
import { requestProblem, type BirthdayRefusal } from './birthday-request.ts';
import type { Birthday } from './parse-birthday.ts';

const text = z.string().max(2_000);
export const birthdayForm = z.object({
  /** Takes the date away; then only the reason counts. */
  remove: z.boolean(),
  month: text,
  day: text,
  /** Empty where it isn't known or asked. */
  year: text,
  reason: text,
});
export type BirthdayForm = z.infer<typeof birthdayForm>;

export type BirthdayFormProblem = BirthdayRefusal | { field: 'month' | 'day'; reason: 'required' };

export type ParsedBirthdayForm =
  { ok: true; date: Birthday | null } | { ok: false; problems: BirthdayFormProblem[] };

/** @param today in the shop's calendar */
export function parseBirthdayForm(form: BirthdayForm, userId: string, today: string): ParsedBirthdayForm {
  const by = { kind: 'merchant', userId, reason: form.reason } as const;
  const reason = requestProblem(null, by, today);
  const missing = form.remove ? [] : missingParts(form);
  const date = form.remove ? null : typedDate(form);
  // A reason of its own, so that only the date is judged here.
  const impossible = missing.length > 0 ? null : requestProblem(date, { kind: 'shopper' }, today);
  const problems = [...missing, ...(impossible ? [impossible] : []), ...(reason ? [reason] : [])];
  return problems.length === 0 ? { ok: true, date } : { ok: false, problems };
}

function missingParts({ month, day }: BirthdayForm): BirthdayFormProblem[] {
  const parts = { month, day };
  return (['month', 'day'] as const).flatMap((field) =>
    parts[field].trim() === '' ? [{ field, reason: 'required' as const }] : [],
  );
}

/** A text that is no whole number is NaN, which no date has. */
function typedDate({ month, day, year }: BirthdayForm): Birthday {
  const whole = (typed: string, most: number) =>
    /^\d+$/.test(typed.trim()) && typed.trim().length <= most ? Number(typed) : NaN;
  return {
    month: whole(month, 2),
    day: whole(day, 2),
    year: year.trim() === '' ? null : whole(year, 4),
  };
}
