// "1 point for every €1.00 spent", as the merchant types it, and back to the rule; and whether orders earn at all.
import { z } from 'zod';
import type { ProgramRules } from '../program/program-rules.ts';
import { amountText } from '../values/amount-text.ts';
import { parseAmount } from '../values/parse-amount.ts';
import { MOST_POINTS } from '../values/units.ts';
import { wholeProblem } from '../values/whole-number.ts';
import { earnProblems } from './earn-problems.ts';
import type { FieldErrors } from './field-errors.ts';

const text = z.string().max(1_000);

/** Fields of the program's form. */
export const earnForm = {
  /** Missing in what a page of an older version sends: it stays as it is. */
  pointsOn: z.boolean().optional(),
  points: text,
  /** In the currency's major unit, as people write money. */
  perAmount: text,
};
type EarnForm = { pointsOn?: boolean | undefined; points: string; perAmount: string };
type EarnRules = Pick<ProgramRules, 'earn' | 'pointsOff'>;

export function formOfEarn({ earn, pointsOff }: EarnRules, currency: string): EarnForm {
  const { points, perMinor } = earn;
  return { pointsOn: !pointsOff, points: String(points), perAmount: amountText(perMinor, currency) };
}

/** The problems are added to `errors`. */
export function parseEarn(form: EarnForm, currency: string, errors: FieldErrors): EarnRules {
  const pointsProblem = wholeProblem(form.points, MOST_POINTS);
  if (pointsProblem) errors['points'] = pointsProblem;
  const { minor: perMinor, problem } = parseAmount(form.perAmount, currency);
  if (problem) errors['perAmount'] = problem;
  const rule = { points: Number(form.points), perMinor };
  if (!pointsProblem && !problem) for (const { field, reason } of earnProblems(rule)) errors[field] = reason;
  if (form.pointsOn === undefined) return { earn: rule };
  return { earn: rule, pointsOff: form.pointsOn ? undefined : true };
}
