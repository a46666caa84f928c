import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';

/** Members with a full card: by what they have, and by what is in the cart. */
export function cardShoppers(language: Language): { label: string; value: string }[] {
  const { preview: say } = textsOf(language).program;
  return [
    { label: say.cardFull, value: 'card-full' },
    { label: say.inCart, value: 'in-cart' },
  ];
}
