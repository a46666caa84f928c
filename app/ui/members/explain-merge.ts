import type { PlainExplanation } from '#app/core/ledger/plain-explanation.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { SaidEntry } from '../ledger/said-entry.ts';
import type { Explained } from '../orders/explain-order.ts';

/** A lot moved between two members of one person: nothing was given or owed by it. */
export function explainMerge(_why: PlainExplanation, { amount, context }: SaidEntry): Explained {
  const { members, ledger } = textsOf(context.language);
  return { summary: members.merged(amount), reasons: [members.mergedWhy, ledger.mergedBoth] };
}
