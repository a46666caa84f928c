import { amountText } from '#app/core/values/amount-text.ts';
import type { Language } from '#app/core/values/languages.ts';

/** "€6.00", "6,00 €". @param minor units of the currency */
export function sayMoney(minor: number, language: Language, currency: string): string {
  const amount = amountText(minor, currency) as Intl.StringNumericLiteral;
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount);
}
