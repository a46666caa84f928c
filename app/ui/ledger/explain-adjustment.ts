import type { PlainExplanation } from '#app/core/ledger/plain-explanation.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { Explained } from '../orders/explain-order.ts';
import type { SaidEntry } from './said-entry.ts';

/** Why a merchant gave or took, and who it was: both stand beside the entry. */
export function explainAdjustment(
  _why: PlainExplanation,
  { entry, amount, debt, context }: SaidEntry,
): Explained {
  const { members, ledger } = textsOf(context.language);
  const reason = entry.reason === null ? [] : [members.adjustedReason(entry.reason)];
  const by = entry.madeBy === null ? [] : [members.adjustedBy(entry.madeBy)];
  const note = entry.note === null ? [] : [ledger.noteSaid(entry.note)];
  return { summary: members.adjusted(amount), reasons: [...reason, ...note, ...by, ...debt] };
}
