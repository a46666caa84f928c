// What was wrong with the wish itself, each beside its field.
import { MOST_AT_ONCE, REASON_LENGTH } from '#app/core/ledger/adjustment.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatNumber } from '#app/ui/values/format.ts';
import type { BulkAnswer } from './use-bulk.ts';

export type BulkErrors = { amount?: string; reason?: string; general?: string };

export function bulkErrors(answer: BulkAnswer | null, language: Language): BulkErrors {
  if (answer === null || answer.ok) return {};
  const { members, shell } = textsOf(language);
  const { errors } = members;
  if (answer.reason === 'not-saved') return { general: `${shell.notSaved}. ${shell.notSavedHelp}` };
  const amount = answer.problems.find(({ field }) => field === 'amount')?.reason;
  const reason = answer.problems.find(({ field }) => field === 'reason')?.reason;
  return {
    ...(amount === 'too-big' ? { amount: errors.tooBig(formatNumber(MOST_AT_ONCE, language)) } : {}),
    ...(amount === 'not-whole' ? { amount: errors.notWhole } : {}),
    ...(reason === 'too-long' ? { reason: errors.reasonTooLong(formatNumber(REASON_LENGTH, language)) } : {}),
    ...(reason === 'missing' ? { reason: errors.reasonMissing } : {}),
  };
}
