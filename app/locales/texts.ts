import type { Language } from '#app/core/values/languages.ts';
import { en, type Texts } from './en.ts';
import { fr } from './fr.ts';
import { withFrenchSpaces } from './french-spaces.ts';

const TEXTS: Record<Language, Texts> = { en, fr: withFrenchSpaces(fr) };

/** The admin's texts in a language. */
export function textsOf(language: Language): Texts {
  return TEXTS[language];
}

/** One line in every language, for pages that don't know their reader. */
export function inEveryLanguage(line: (texts: Texts) => string): { language: string; text: string }[] {
  return Object.entries(TEXTS).map(([language, texts]) => ({ language, text: line(texts) }));
}
