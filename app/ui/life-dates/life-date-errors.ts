// The server's refusals of a date of life, each beside the field it belongs to.
import type { LifeDateFormProblem } from '#app/core/life-dates/life-date-form.ts';
import type { BirthdayFormProblem } from '#app/core/moments/birthday-form.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { NotSaved } from '#app/ui/form/keep-what-was-typed.ts';
import { birthdayErrors, type BirthdayErrors } from '../moments/birthdays/birthday-errors.ts';

export type LifeDateAnswer = { ok: true } | { ok: false; reason: 'refused'; problems: LifeDateFormProblem[] };

export function lifeDateErrors(answer: LifeDateAnswer | NotSaved | null, language: Language): BirthdayErrors {
  if (answer === null || answer.ok || answer.reason === 'not-saved') return birthdayErrors(answer, language);
  const { memberDates } = textsOf(language);
  const { problems } = answer;
  const ofBoth = problems.flatMap((problem) => (isOwn(problem) ? [] : [problem]));
  return {
    ...birthdayErrors({ ...answer, problems: ofBoth }, language),
    ...(problems.some(isOwn) && { general: memberDates.notAsked }),
    ...(problems.some(({ reason }) => reason === 'year-range') && { year: memberDates.yearRange }),
  };
}

type Own = Exclude<LifeDateFormProblem, BirthdayFormProblem>;
const OWN: readonly string[] = ['no-such-date', 'other-words', 'not-agreed'] satisfies Own['reason'][];

/** A merchant agrees to no words, so that it is no longer asked for. */
const isOwn = (problem: LifeDateFormProblem): problem is Own => OWN.includes(problem.reason);
