// The server's refusals, each beside the field it belongs to.
import { MOST_AT_ONCE, NOTE_LENGTH, REASON_LENGTH, type AdjustProblem } from '#app/core/ledger/adjustment.ts';
import { textsOf } from '#app/locales/texts.ts';
import { amountInWords, type ExplainContext } from '#app/ui/orders/explain-order.ts';
import { formatNumber } from '#app/ui/values/format.ts';
import type { NotSaved } from '#app/ui/form/keep-what-was-typed.ts';

export type AdjustAnswer =
  { ok: true; balanceAfter: number } | { ok: false; reason: 'refused'; problems: AdjustProblem[] };

export type AdjustErrors = {
  unit?: string;
  amount?: string;
  reason?: string;
  note?: string;
  general?: string;
  /** Not an error: a question that must be answered first. */
  belowZero?: string;
};

export function adjustErrors(answer: AdjustAnswer | NotSaved | null, context: ExplainContext): AdjustErrors {
  if (answer === null || answer.ok) return {};
  const { shell } = textsOf(context.language);
  if (answer.reason === 'not-saved') return { general: `${shell.notSaved}. ${shell.notSavedHelp}` };
  return Object.assign({}, ...answer.problems.map((problem) => inWords(problem, context))) as AdjustErrors;
}

function inWords(problem: AdjustProblem, context: ExplainContext): AdjustErrors {
  const { members } = textsOf(context.language);
  const { errors } = members;
  switch (problem.reason) {
    case 'not-whole':
      return { amount: errors.notWhole };
    case 'too-big':
      return { amount: errors.tooBig(formatNumber(MOST_AT_ONCE, context.language)) };
    case 'below-zero':
      return { belowZero: members.belowZeroHelp(amountInWords(-problem.balanceAfter, context)) };
    case 'missing':
      return { reason: errors.reasonMissing };
    case 'too-long':
      return tooLong(problem.field, context);
    case 'no-card':
      return { unit: errors.noCard };
    case 'no-member':
      return { general: errors.noMember };
    case 'other-request':
      return { general: errors.otherRequest };
  }
}

function tooLong(field: 'reason' | 'note', { language }: ExplainContext): AdjustErrors {
  const most = field === 'note' ? NOTE_LENGTH : REASON_LENGTH;
  return { [field]: textsOf(language).members.errors.reasonTooLong(formatNumber(most, language)) };
}
