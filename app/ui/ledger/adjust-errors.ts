// The server's refusals, each beside the field it belongs to.
import { MOST_AT_ONCE, NOTE_LENGTH, REASON_LENGTH, type AdjustProblem } from '#app/core/ledger/adjustment.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatNumber } from '#app/ui/values/format.ts';
import type { NotSaved } from '#app/ui/form/keep-what-was-typed.ts';

type Refused = { ok: false; reason: 'refused'; problems: AdjustProblem[] };
export type AdjustAnswer = { ok: true; balanceAfter: number } | Refused;

export type AdjustErrors = {
  unit?: string;
  amount?: string;
  reason?: string;
  note?: string;
  general?: string;
  /** Not an error: a question that must be answered first. */
  belowZero?: string;
};

/** The amount with its unit; of several members none goes below zero, and nobody asks. */
type InWords = (amount: number) => string;

export function adjustErrors(
  answer: AdjustAnswer | Refused | NotSaved | null,
  language: Language,
  amountInWords: InWords = (amount) => formatNumber(amount, language),
): AdjustErrors {
  if (answer === null || answer.ok) return {};
  const { shell } = textsOf(language);
  if (answer.reason === 'not-saved') return { general: `${shell.notSaved}. ${shell.notSavedHelp}` };
  const said = answer.problems.map((problem) => inWords(problem, language, amountInWords));
  return Object.assign({}, ...said) as AdjustErrors;
}

function inWords(problem: AdjustProblem, language: Language, amountInWords: InWords): AdjustErrors {
  const { members } = textsOf(language);
  const { errors } = members;
  switch (problem.reason) {
    case 'not-whole':
      return { amount: errors.notWhole };
    case 'too-big':
      return { amount: errors.tooBig(formatNumber(MOST_AT_ONCE, language)) };
    case 'below-zero':
      return { belowZero: members.belowZeroHelp(amountInWords(-problem.balanceAfter)) };
    case 'missing':
      return { reason: errors.reasonMissing };
    case 'too-long':
      return tooLong(problem.field, language);
    case 'no-card':
      return { unit: errors.noCard };
    case 'no-member':
      return { general: errors.noMember };
    case 'other-request':
      return { general: errors.otherRequest };
  }
}

function tooLong(field: 'reason' | 'note', language: Language): AdjustErrors {
  const most = field === 'note' ? NOTE_LENGTH : REASON_LENGTH;
  return { [field]: textsOf(language).members.errors.reasonTooLong(formatNumber(most, language)) };
}
