// "Free products are given in the cart by what the page shows, but never by old numbers for long": stamps that Shopify was
// told of may be taken until a day, which is moved on for as long as Shopify can be told.
import { addDays } from '../values/days.ts';
import type { StampsProjection } from '../stamps/card-projection.ts';

/** Days that stamps are given after Shopify was last told of them. */
const GIVEN_DAYS = 7;
/** With fewer days left, the day is moved on. */
const FEWEST_DAYS = 4;

/** The last day for these stamps; null where there is nothing to give. `today` is a day of the shop. */
export function stampsUntil({ cards, blocked }: StampsProjection, today: string): string | null {
  const held = !blocked && Object.values(cards).some(([stamps]) => stamps > 0);
  return held ? addDays(today, GIVEN_DAYS) : null;
}

/** The day is to be moved on where it comes before this one. */
export function renewBefore(today: string): string {
  return addDays(today, FEWEST_DAYS);
}

/** The day of the numbers that are given until `until`. */
export function toldOn(until: string): string {
  return addDays(until, -GIVEN_DAYS);
}
