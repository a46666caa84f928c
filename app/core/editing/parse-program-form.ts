// From what was typed to rules. Every problem names its field; the server and the page ask the same function.
import type { z } from 'zod';
import type { ProgramRules } from '../program/program-rules.ts';
import type { FieldErrors } from './field-errors.ts';
import type { ProgramForm } from './program-form.ts';
import type { ParseContext } from './section.ts';
import { SECTIONS } from './sections.ts';

export type ParsedForm = { ok: true; rules: ProgramRules } | { ok: false; errors: FieldErrors };

/** What this form doesn't edit stays as it is in the draft. */
export function parseProgramForm(form: ProgramForm, context: ParseContext): ParsedForm {
  const errors: FieldErrors = {};
  const parts = SECTIONS.map(({ parse }) => parse?.(form, context, errors) ?? {});
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    rules: parts.reduce<ProgramRules>((rules, part) => ({ ...rules, ...part }), context.base),
  };
}

/** For what no page of ours sends: wrong types and shapes, by the same field names. */
export function malformedFields(error: z.ZodError): FieldErrors {
  const fields = error.issues.map(({ path }) => path.slice(path[0] === 'value' ? 1 : 0).join('.'));
  return Object.fromEntries(fields.map((field) => [field === '' ? 'cards' : field, 'malformed']));
}
