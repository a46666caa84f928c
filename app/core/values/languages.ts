// The languages that we speak: those of the storefront and of the admin.
import { z } from 'zod';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Words that are missing in another language are said in this one. */
export const FIRST_LANGUAGE: Language = LANGUAGES[0];

/** One thing for each language. */
export function byLanguage<T>(of: (language: Language) => T): Record<Language, T> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, of(language)])) as Record<Language, T>;
}

/** `{en: …, fr: …}`: the same in each language, e.g. a title. */
export function inEachLanguage<S extends z.ZodType>(schema: S): z.ZodObject<Record<Language, S>> {
  return z.object(byLanguage(() => schema));
}

/** The longest title of a card. */
export const MOST_TITLE = 60;

export const localized = inEachLanguage(z.string().trim().min(1).max(MOST_TITLE));
export type Localized = z.infer<typeof localized>;

/**
 * The language for locales of Shopify's admin, e.g. `fr-CA`; what we don't speak is answered in English.
 * @param wishes locales in order of preference; the first that we speak wins
 */
export function pickLanguage(wishes: readonly (string | null)[]): Language {
  for (const wish of wishes) {
    const primary = wish?.trim().toLowerCase().split(/[-_;]/)[0];
    const spoken = LANGUAGES.find((language) => language === primary);
    if (spoken) return spoken;
  }
  return FIRST_LANGUAGE;
}
