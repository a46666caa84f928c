import { type Language, pickLanguage } from '#app/core/values/languages.ts';

/**
 * The language of Shopify's admin, which the address names when the app is opened. Later fetches carry only the
 * browser's, which is the next best.
 */
export function merchantLanguage(request: Request): Language {
  const asked = new URL(request.url).searchParams.get('locale');
  const browser = request.headers.get('accept-language')?.split(',') ?? [];
  return pickLanguage([asked, ...browser]);
}
