// The server's refusals of a birthday, each beside the field it belongs to.
import { REASON_LENGTH } from '#app/core/ledger/adjustment.ts';
import type { BirthdayFormProblem } from '#app/core/moments/birthday-form.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatNumber } from '#app/ui/values/format.ts';
import type { NotSaved } from '#app/ui/form/keep-what-was-typed.ts';

export type BirthdayAnswer = { ok: true } | { ok: false; reason: 'refused'; problems: BirthdayFormProblem[] };

export type BirthdayErrors = Partial<Record<'month' | 'day' | 'year' | 'reason' | 'general', string>>;

export function birthdayErrors(answer: BirthdayAnswer | NotSaved | null, language: Language): BirthdayErrors {
  if (answer === null || answer.ok) return {};
  const { shell } = textsOf(language);
  if (answer.reason === 'not-saved') return { general: `${shell.notSaved}. ${shell.notSavedHelp}` };
  const errors: BirthdayErrors = {};
  for (const problem of answer.problems) {
    errors[problem.field ?? 'general'] ??= inWords(problem, language);
  }
  return errors;
}

function inWords({ field, reason }: BirthdayFormProblem, language: Language): string {
  const { members, birthdays } = textsOf(language);
  const { problems: say } = birthdays;
  switch (reason) {
    case 'required':
      if (field === 'reason') return members.errors.reasonMissing;
      return field === 'month' ? say.monthMissing : say.dayMissing;
    case 'impossible':
      return field === 'month' ? say.monthMissing : say.dayImpossible;
    case 'year-range':
      return say.yearRange;
    case 'too-long':
      return members.errors.reasonTooLong(formatNumber(REASON_LENGTH, language));
    case 'other-request':
      return say.otherRequest;
    // A merchant may change a date at any time, and that of a member who is left out, too.
    case 'too-soon':
    case 'blocked':
    case 'no-member':
      return members.errors.noMember;
  }
}
