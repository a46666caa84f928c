// Numbers, money and dates as the merchant's language writes them. Node and browsers disagree about some spaces, and
// React takes any difference for a mistake, so there is one kind of narrow and no-break space here: U+00A0.
import { textsOf } from '#app/locales/texts.ts';
import { decimalMark } from '#app/core/values/decimal-mark.ts';
import { currencyExponent } from '#app/core/values/money.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { PluralForm } from '#app/locales/plural.ts';

/** A locale's formats are dear to make and the same for everybody. */
type Format =
  Intl.NumberFormat | Intl.DateTimeFormat | Intl.PluralRules | Intl.ListFormat | Intl.RelativeTimeFormat;
const made = new Map<string, Format>();

function kept<T extends Format>(key: string, make: () => T): T {
  const known = made.get(key) ?? make();
  made.set(key, known);
  return known as T;
}

const oneSpace = (text: string): string => text.replaceAll(/[\u2009\u202f]/g, '\u00a0');

/** French writes the first of a month "1er", which formats don't. */
const asSaid = (text: string, language: Language): string =>
  oneSpace(textsOf(language).shell.dates.inSentence(text));

/** What is below zero has a true minus sign: formats write a hyphen. */
const ofNumber = (text: string): string => oneSpace(text).replace('-', '\u2212');

/** `1,234` or `1 234`, and `−442`. */
export function formatNumber(value: number | bigint, language: Language): string {
  return ofNumber(kept(`number/${language}`, () => new Intl.NumberFormat(language)).format(value));
}

/** What was added or taken: `+48`, `−5`; nothing has no sign. */
export function formatSigned(value: number, language: Language): string {
  return `${value > 0 ? '+' : ''}${formatNumber(value, language)}`;
}

/** @param minor units of the currency, by its exponent: 1250 EUR is 12.50, 1250 JPY is 1250 */
export function formatMoney(minor: number, currency: string, language: Language): string {
  const digits = currencyExponent(currency);
  const format = kept(`money/${language}/${currency}`, () => {
    const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return new Intl.NumberFormat(language, { style: 'currency', currency, ...fraction });
  });
  return ofNumber(format.format(minor / 10 ** digits));
}

/** An amount for a field, `12.50`, as people of this language type it. Fields read both ways. */
export function typedAmount(amount: string, language: Language): string {
  return amount.replace('.', decimalMark(language));
}

/** A calendar day, `YYYY-MM-DD`, as "21 November 2026". */
export function formatDay(day: string, language: Language): string {
  const format = kept(
    `day/${language}`,
    () => new Intl.DateTimeFormat(dateLocale(language), { dateStyle: 'long', timeZone: 'UTC' }),
  );
  return asSaid(format.format(new Date(`${day}T00:00:00Z`)), language);
}

/** A yearly date as "3 May", with the year of birth where it is known. */
export function formatBirthday(
  { month, day, year }: { month: number; day: number; year: number | null },
  language: Language,
): string {
  const date = `${String(year ?? LEAP_YEAR).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
  if (year !== null) return formatDay(date, language);
  const format = kept(`birthday/${language}`, () => {
    return new Intl.DateTimeFormat(dateLocale(language), { day: 'numeric', month: 'long', timeZone: 'UTC' });
  });
  return asSaid(format.format(new Date(`${date}T00:00:00Z`)), language);
}

/** It has every day that a year can have. */
const LEAP_YEAR = 2000;
const twoDigits = (count: number): string => String(count).padStart(2, '0');

/** "May", as it stands alone. @param month 1 … 12 */
export function formatMonth(month: number, language: Language): string {
  const format = kept(`month/${language}`, () => {
    return new Intl.DateTimeFormat(dateLocale(language), { month: 'long', timeZone: 'UTC' });
  });
  return format.format(new Date(`${LEAP_YEAR}-${twoDigits(month)}-01T00:00:00Z`));
}

/** A calendar day where room is short, as "21 Nov". */
export function formatShortDay(day: string, language: Language): string {
  const format = kept(`short-day/${language}`, () => {
    return new Intl.DateTimeFormat(dateLocale(language), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  });
  return asSaid(format.format(new Date(`${day}T00:00:00Z`)), language);
}

/** The same with its year, as "21 Nov 2026". */
export function formatDayOfYear(day: string, language: Language): string {
  const format = kept(`day-of-year/${language}`, () => {
    return new Intl.DateTimeFormat(dateLocale(language), { dateStyle: 'medium', timeZone: 'UTC' });
  });
  return asSaid(format.format(new Date(`${day}T00:00:00Z`)), language);
}

/** The month of a day with its year, as "Nov 2026". */
export function formatMonthOfYear(day: string, language: Language): string {
  const format = kept(`month-of-year/${language}`, () => {
    return new Intl.DateTimeFormat(dateLocale(language), {
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    });
  });
  return oneSpace(format.format(new Date(`${day}T00:00:00Z`)));
}

/** Whole percent with its sign, as "+12%" or "−3 %". */
export function formatChange(percent: number, language: Language): string {
  const format = kept(`change/${language}`, () => {
    return new Intl.NumberFormat(language, { style: 'percent', signDisplay: 'exceptZero' });
  });
  return ofNumber(format.format(percent / 100));
}

/** "10%" or "5,0 %". */
export function formatPercent(percent: number, language: Language, decimals = 0): string {
  const format = kept(`percent/${language}/${decimals}`, () => {
    const fraction = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return new Intl.NumberFormat(language, { style: 'percent', ...fraction });
  });
  return ofNumber(format.format(percent / 100));
}

/** An instant's age, in the largest whole unit: "5 minutes ago", "yesterday". Both instants come from the server. */
export function formatAgo(instant: Date | string, now: Date | string, language: Language): string {
  const minutes = Math.round((new Date(instant).getTime() - new Date(now).getTime()) / 60_000);
  const format = kept(`ago/${language}`, () => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
  if (Math.abs(minutes) < 60) return oneSpace(format.format(minutes, 'minute'));
  const hours = Math.round(minutes / 60);
  if (Math.abs(hours) < 24) return oneSpace(format.format(hours, 'hour'));
  return oneSpace(format.format(Math.round(hours / 24), 'day'));
}

/** A day, seen from today: "in 3 days", "tomorrow", "40 days ago". */
export function formatAhead(day: string, today: string, language: Language): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  const format = kept(`ago/${language}`, () => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
  return oneSpace(format.format(days, 'day'));
}

/** As it stands at a beginning: "Yesterday". */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** An instant in the shop's time zone, as "21 Nov 2026, 14:05". */
export function formatInstant(instant: Date | string, timeZone: string, language: Language): string {
  const format = kept(`instant/${language}/${timeZone}`, () => {
    return new Intl.DateTimeFormat(dateLocale(language), {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone,
    });
  });
  return asSaid(format.format(new Date(instant)), language);
}

/** The form that a count takes: French says 0 and 1 alike, English only 1. */
export function pluralForm(count: number | bigint, language: Language): PluralForm {
  return kept(`plural/${language}`, () => new Intl.PluralRules(language)).select(Number(count));
}

/** "a, b and c". */
export function formatList(items: readonly string[], language: Language): string {
  return kept(`list/${language}`, () => new Intl.ListFormat(language)).format(items);
}

const dateLocale = (language: Language): string => textsOf(language).shell.dates.locale;
