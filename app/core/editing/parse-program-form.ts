// From what was typed to rules. Every problem names its field; the server and the page ask the same function.
import type { FieldErrors } from './field-errors.ts';
import type { z } from 'zod';
import type { ProgramForm } from './program-form.ts';
import type { ProgramRules } from '../program/program-rules.ts';
import { parseAmount } from '../values/parse-amount.ts';
import { parseMoments } from '../moments/parse-moment-form.ts';
import { parseCards } from './parse-card-form.ts';
import { wholeProblem } from '../values/whole-number.ts';

export type ParsedForm = { ok: true; rules: ProgramRules } | { ok: false; errors: FieldErrors };

/** `base` is the draft: what this form doesn't edit stays. `usedKeys` are those of every draft and version so far. */
type Context = { base: ProgramRules; currency: string; usedKeys: ReadonlySet<string> };

const MOST_POINTS = 100_000;

export function parseProgramForm(form: ProgramForm, { base, currency, usedKeys }: Context): ParsedForm {
  const errors: FieldErrors = {};
  const pointsProblem = wholeProblem(form.points, MOST_POINTS);
  if (pointsProblem) errors['points'] = pointsProblem;
  const { minor: perMinor, problem } = parseAmount(form.perAmount, currency);
  if (problem) errors['perAmount'] = problem;
  const cards = parseCards(form.cards, { currency, usedKeys }, errors);
  const read = parseMoments(form.occasions);
  Object.assign(errors, read.errors);
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const { occasions } = read;
  return { ok: true, rules: { ...base, earn: { points: Number(form.points), perMinor }, cards, occasions } };
}

/** For what no page of ours sends: wrong types and shapes, by the same field names. */
export function malformedFields(error: z.ZodError): FieldErrors {
  const fields = error.issues.map(({ path }) => path.slice(path[0] === 'value' ? 1 : 0).join('.'));
  return Object.fromEntries(fields.map((field) => [field === '' ? 'cards' : field, 'malformed']));
}
