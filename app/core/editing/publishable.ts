// A draft may be half done; what is published may not.
import type { ProgramRules } from '../program/program-rules.ts';
import { projectProgram } from '../storefront/project-program.ts';
import { tooLong } from '../storefront/projection-bytes.ts';
import { FIRST_LANGUAGE } from '../values/languages.ts';
import type { FieldErrors } from './field-errors.ts';
import type { PublishContext } from './publish-context.ts';
import type { PublishProblem } from './section.ts';
import { SECTIONS } from './sections.ts';

/** The problems between a draft and its publication; empty when there are none. */
export function publishProblems(rules: ProgramRules, context: PublishContext): PublishProblem[] {
  const ofSections = SECTIONS.flatMap(({ problems }) => problems?.(rules, context) ?? []);
  return [...ofSections, ...lengthProblems(rules, context)];
}

/** Pages carry the program: where it is too long, its longest list is. */
function lengthProblems(rules: ProgramRules, { currency }: PublishContext): PublishProblem[] {
  const field = tooLong(projectProgram({ number: 1, rules }, { currency, proxyPath: '' }));
  return field === null ? [] : [{ field, reason: 'tooLongForPages' }];
}

/** The same by the fields of the program's form, where a card's key isn't one: it is said beside the title. */
export function publishErrors(problems: readonly PublishProblem[]): FieldErrors {
  const fieldOf = (field: string) => field.replace(/\.key$/, `.title.${FIRST_LANGUAGE}`);
  return Object.fromEntries(problems.map(({ field, reason }) => [fieldOf(field), reason]));
}
