// The merchant's language comes from Shopify's admin, e.g. `fr-CA`; what we don't speak is answered in English.
import { LANGUAGES, type Language } from '../program/program-rules.ts';

/** @param wishes locales in order of preference; the first that we speak wins */
export function pickLanguage(wishes: readonly (string | null)[]): Language {
  for (const wish of wishes) {
    const primary = wish?.trim().toLowerCase().split(/[-_;]/)[0];
    const spoken = LANGUAGES.find((language) => language === primary);
    if (spoken) return spoken;
  }
  return 'en';
}
