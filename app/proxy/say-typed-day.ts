import type { MonthDay } from '#app/core/moments/calendar.ts';
import type { Language } from '#app/core/values/languages.ts';
import { sayDay } from './say-day.ts';

const two = (number: number): string => String(number).padStart(2, '0');
/** Every date of the year is in it. */
const LEAP_YEAR = 2000;

/** "29 February", or with the year that was typed with it. The date must be one. */
export function sayTypedDay(date: MonthDay & { year: number | null }, language: Language): string {
  const year = date.year ?? LEAP_YEAR;
  const day = `${String(year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;
  return sayDay(day, language, date.year === null ? day : '');
}
