import type { Language } from '#app/core/values/languages.ts';

const LOCALES: Record<Language, string> = { en: 'en-GB', fr: 'fr' };

/** `2027-05-03` as the blocks write it: 3 May, 3 mai, 1er mai; with its year where that isn't this year. */
export function sayDay(day: string, language: Language, today: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  const parts = { day: 'numeric', month: 'long', ...year, timeZone: 'UTC' } as const;
  const said = new Intl.DateTimeFormat(LOCALES[language], parts).format(date);
  return language === 'fr' ? said.replace(/^1 /, '1er ') : said;
}
