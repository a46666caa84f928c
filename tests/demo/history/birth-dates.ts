// Dates of birth that the merchant knew before the app came: Shopify's own metafield, which the app reads.
import { addDays } from '#app/core/values/days.ts';
import { Random } from '#tests/torture/random.ts';
import { DAYS } from './plan.ts';
import { PEOPLE } from './people.ts';

const SEED = 29;

/**
 * By e-mail. Claire's is on the day on which the demo is first opened, Priya's three days later, Tomás' on 29 February;
 * Aoife and Jonas may tell theirs in the storefront, as may four in ten of the others.
 * @param from the day on which the history begins
 */
export function birthDates(from: string): Map<string, string> {
  const random = new Random(SEED);
  // 1984 and 1992 have a 29 February, so that every day of this year is one of theirs.
  const inYear = (year: number, daysFrom: number) => `${year}${addDays(from, daysFrom).slice(4)}`;
  const dates = new Map([
    ['claire@example.com', inYear(1984, DAYS)],
    ['tomas@example.com', '1996-02-29'],
    ['priya@example.com', inYear(1992, DAYS + 3)],
  ]);
  for (const { email } of PEOPLE) {
    const daysFrom = random.whole(10, 360);
    if (random.chance(0.6)) dates.set(email, inYear(random.pick([1976, 1984, 1988, 1992, 1996]), daysFrom));
  }
  return dates;
}
