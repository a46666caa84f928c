// What the demo says of birthdays, true on whatever day it is started and read.
import { addDays, dayIn } from '#app/core/values/days.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';

const DAYS = 7;
const MOST = 3;
const shown = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** "Ann on 26 November, Bo on 29 November", by the shop's calendar; null where none is within a week. 29 February is kept in leap years only. */
export function birthdaysAhead(shop: LocalShop): string | null {
  const today = dayIn(shop.setup.timeZone, shop.now());
  const told: string[] = [];
  for (let ahead = 0; ahead <= DAYS; ahead += 1) {
    const day = addDays(today, ahead);
    for (const { firstName, metafields } of shop.customers.values()) {
      if (metafields['facts.birth_date']?.value.slice(5) !== day.slice(5)) continue;
      told.push(`${firstName} on ${shown.format(new Date(day))}`);
    }
  }
  return told.length > 0 ? told.slice(0, MOST).join(', ') : null;
}
