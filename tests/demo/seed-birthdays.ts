// Dates of birth that the merchant knew before the app came: Shopify's own metafield, which the app reads.
import { addDays, dayIn } from '#app/core/values/days.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';

/** Today's, one of 29 February, one in three days; the others may tell theirs in the storefront. Does nothing when a date is known. */
export async function seedBirthDates(shop: LocalShop): Promise<void> {
  const customers = [...shop.customers.values()];
  if (customers.some(({ metafields }) => metafields['facts.birth_date'])) return;
  const today = dayIn(shop.setup.timeZone, shop.now());
  const inYear = (year: string, day: string) => `${year}${day.slice(4)}`;
  // 1984 and 1992 have a 29 February, so that every day of this year is one of theirs.
  // By the customer's place in the catalogue.
  const born = [null, inYear('1984', today), '1996-02-29', inYear('1992', addDays(today, 3))];
  for (const [index, customer] of customers.entries()) {
    const date = born[index];
    if (date) await shop.setBirthDate(customer.id, date);
  }
}
