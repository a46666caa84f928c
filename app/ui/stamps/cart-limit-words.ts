// How long a cart a card serves, in the merchant's words, and what makes it longer.
import type { CardCartLimit } from '#app/core/editing/card-cart-limit.ts';
import { LEAST_CART_LINES } from '#app/core/stamps/cart-budget.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';

export function cartLimitWords({ lines, refused }: CardCartLimit, language: Language): string {
  const { upTo, noCart, refuses, longer, chooseFewer } = textsOf(language).cards.cartLimit;
  const served = lines === 0 ? noCart : upTo(formatNumber(lines, language), pluralForm(lines, language));
  const so = refused ? refuses(formatNumber(LEAST_CART_LINES, language)) : longer;
  return [served, so, chooseFewer].join(' ');
}
