// What the demo says of birthdays, true on whatever day it is started.
import { addDays, dayIn } from '#app/core/values/days.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';

const DAYS = 7;

/** "Ann's is today, Bo's is in 3 days", by the shop's calendar; null where none is within a week. 29 February is kept in leap years only. */
export function birthdaysAhead(shop: LocalShop): string | null {
  const today = dayIn(shop.setup.timeZone, shop.now());
  const told: string[] = [];
  for (let ahead = 0; ahead <= DAYS; ahead += 1) {
    const day = addDays(today, ahead).slice(5);
    for (const { firstName, metafields } of shop.customers.values()) {
      if (metafields['facts.birth_date']?.value.slice(5) !== day) continue;
      told.push(`${firstName}'s is ${ahead === 0 ? 'today' : ahead === 1 ? 'tomorrow' : `in ${ahead} days`}`);
    }
  }
  return told.length > 0 ? told.join(', ') : null;
}
