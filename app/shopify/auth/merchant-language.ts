import { pickLanguage } from '#app/core/values/language.ts';
import type { Language } from '#app/core/program/program-rules.ts';

/**
 * The language of Shopify's admin, which the address names when the app is opened. Later fetches carry only the
 * browser's, which is the next best.
 */
export function merchantLanguage(request: Request): Language {
  const asked = new URL(request.url).searchParams.get('locale');
  const browser = request.headers.get('accept-language')?.split(',') ?? [];
  return pickLanguage([asked, ...browser]);
}
