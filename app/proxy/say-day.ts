import { textsOf } from '#app/locales/texts.ts';
import type { Language } from '#app/core/values/languages.ts';

/** `2027-05-03` as the blocks write it: 3 May, 3 mai, 1er mai; with its year where that isn't this year. */
export function sayDay(day: string, language: Language, today: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  const parts = { day: 'numeric', month: 'long', ...year, timeZone: 'UTC' } as const;
  const { locale, inSentence } = textsOf(language).shell.dates;
  return inSentence(new Intl.DateTimeFormat(locale, parts).format(date));
}
