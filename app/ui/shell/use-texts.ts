import { textsOf } from '#app/locales/texts.ts';
import type { Texts } from '#app/locales/en.ts';
import { useLanguage } from './root-data.ts';

/** The admin's texts in the merchant's language. */
export function useTexts(): Texts {
  return textsOf(useLanguage());
}
