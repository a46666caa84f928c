// The languages that we speak: those of the storefront and of the admin.
import { z } from 'zod';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

export const localized = z.object({
  en: z.string().trim().min(1).max(60),
  fr: z.string().trim().min(1).max(60),
});
export type Localized = z.infer<typeof localized>;

/**
 * Of Shopify's admin, e.g. `fr-CA`; what we don't speak is answered in English.
 * @param wishes locales in order of preference; the first that we speak wins
 */
export function pickLanguage(wishes: readonly (string | null)[]): Language {
  for (const wish of wishes) {
    const primary = wish?.trim().toLowerCase().split(/[-_;]/)[0];
    const spoken = LANGUAGES.find((language) => language === primary);
    if (spoken) return spoken;
  }
  return 'en';
}
