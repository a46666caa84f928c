import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { sayDay } from '../say-day.ts';

/** No day is in it: each is said with its year. */
const NO_YEAR = '';

export const sayFullDay = (day: string, language: Language): string => sayDay(day, language, NO_YEAR);

/** "from 1 May 2026 until 31 May 2026"; null where both are open. */
export function sayDays(
  { startsOn, endsOn }: { startsOn: string | null; endsOn: string | null },
  language: Language,
): string | null {
  const { cards } = textsOf(language);
  const day = (on: string) => sayFullDay(on, language);
  if (startsOn !== null && endsOn !== null) return cards.between(day(startsOn), day(endsOn));
  if (startsOn !== null) return cards.from(day(startsOn));
  return endsOn === null ? null : cards.until(day(endsOn));
}
