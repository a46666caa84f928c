// What customers agree to when they tell a day of their own, until the merchant writes it otherwise.
import { byLanguage } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';

export const FIRST_CONSENT = byLanguage((language) => textsOf(language).moments.firstConsent);
