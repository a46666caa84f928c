import type { PlainExplanation } from '#app/core/ledger/plain-explanation.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { SaidEntry } from '../ledger/said-entry.ts';
import type { Explained } from '../orders/explain-order.ts';

/** What went with a member who left the program, or came later of what was theirs before. */
export function explainLeft(_why: PlainExplanation, { amount, context }: SaidEntry): Explained {
  const { members } = textsOf(context.language);
  return { summary: members.leftEntry(amount), reasons: [members.leftWhy] };
}
