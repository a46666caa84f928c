// A chart's bars in words: which days each is of, and of how long they are.
import type { Bucket, Period } from '#app/core/figures/home-figures.ts';
import { addDays } from '#app/core/values/days.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMonthOfYear, formatNumber, formatShortDay } from '#app/ui/values/format.ts';

/** "21 Nov", "15 Nov – 21 Nov", "Nov 2026", or of a month that isn't over "Nov 2026, so far". */
export function bucketLabel(
  { from, to }: Pick<Bucket, 'from' | 'to'>,
  period: Period,
  language: Language,
): string {
  const { home, stories } = textsOf(language);
  if (period === 365) {
    const month = formatMonthOfYear(from, language);
    return addDays(to, 1).endsWith('-01') ? month : stories.monthSoFar(month);
  }
  const first = formatShortDay(from, language);
  return from === to ? first : home.dayRange(first, formatShortDay(to, language));
}

/** "Free items, per day". */
export function unitOf(what: string, period: Period, language: Language): string {
  const { perDay, perWeek, perMonth } = textsOf(language).stories;
  return { 30: perDay, 90: perWeek, 365: perMonth }[period](what);
}

/** "Last 30 days", "Last 12 months". */
export function periodName(period: Period, language: Language): string {
  const { home, stories } = textsOf(language);
  return period === 365 ? stories.months : home.lastDays(formatNumber(period, language));
}
