import type { Language } from '#app/core/values/languages.ts';
import type { Named } from './kinds/kind-words.ts';
import { kindWordsOf } from './kinds/kind-words-of.ts';

/** "€5.00 off": what shoppers would call it; null while its number can't be read. */
export function suggestedTitle(form: Named, currency: string, language: Language): string | null {
  return kindWordsOf(form).title(form, currency, language);
}
