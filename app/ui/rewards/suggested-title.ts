import type { RewardForm } from '#app/core/editing/reward-form.ts';
import type { Language } from '#app/core/values/languages.ts';
import { parseAmount } from '#app/core/values/parse-amount.ts';
import { wholeProblem } from '#app/core/values/whole-number.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMoney, formatPercent } from '#app/ui/values/format.ts';

type Named = Pick<RewardForm, 'kind' | 'amount' | 'percent'>;

/** "€5.00 off": what shoppers would call it; null while its number can't be read. */
export function suggestedTitle({ kind, amount, percent }: Named, currency: string, language: Language) {
  const { titleOf } = textsOf(language).rewards;
  if (kind === 'free-shipping') return titleOf[kind];
  if (kind === 'percent') {
    return wholeProblem(percent, 100) ? null : titleOf.percent(formatPercent(Number(percent), language));
  }
  const { minor, problem } = parseAmount(amount, currency);
  return problem ? null : titleOf.amount(formatMoney(minor, currency, language));
}
