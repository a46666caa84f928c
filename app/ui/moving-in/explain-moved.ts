import type { PlainExplanation } from '#app/core/ledger/plain-explanation.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { SaidEntry } from '../ledger/said-entry.ts';
import type { Explained } from '../orders/explain-order.ts';

/** A file brought it, or it was taken back again. */
export function explainMoved(_why: PlainExplanation, { amount, debt, context }: SaidEntry): Explained {
  const { movingIn } = textsOf(context.language);
  return { summary: movingIn.entrySaid(amount), reasons: [movingIn.entryWhy, ...debt] };
}
