// The "why" of points that a moment of the list brought: which, when it became due, and under which rules.
import type { MomentExplanation } from '#app/core/moments/moment-explanation.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { SaidEntry } from '../ledger/said-entry.ts';
import type { Explained } from '../orders/explain-order.ts';
import { formatDay, formatNumber } from '../values/format.ts';

export function explainMoment(
  { title, on, version }: MomentExplanation,
  { amount, context: { language } }: SaidEntry,
): Explained {
  const { ledger, explain } = textsOf(language);
  return {
    summary: ledger.moment(title[language], amount),
    reasons: [
      ledger.momentDue(formatDay(on, language)),
      explain.underVersion(formatNumber(version, language)),
    ],
  };
}
