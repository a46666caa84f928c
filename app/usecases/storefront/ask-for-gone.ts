// Once a day Shopify is asked anew for customers who were gone: a customer may be restored, and a look may have come too
// early.
import { now } from '#app/clock.server.ts';
import { askAgainAt } from '#app/core/storefront/next-try.ts';
import { pool } from '#app/db/pool.server.ts';
import { goneToAskFor, markFound, markGone } from '#app/db/storefront/refused-members.server.ts';
import { askCustomersThere, MOST_CUSTOMERS } from './ask-customers-there.ts';

/** Throws a Failure where Shopify can't be asked. */
export async function askForGone(shop: { id: number; domain: string }): Promise<void> {
  const at = now();
  for (let asked = MOST_CUSTOMERS; asked === MOST_CUSTOMERS;) {
    const members = await goneToAskFor(pool(), shop.id, MOST_CUSTOMERS, at);
    asked = members.length;
    if (asked === 0) return;
    const there = await askCustomersThere(shop.domain, members);
    const idsOf = (found: boolean) =>
      members.flatMap(({ id, customerId }) => (there.has(customerId) === found ? [id] : []));
    await markFound(pool(), shop.id, idsOf(true));
    await markGone(pool(), shop.id, idsOf(false), { at, tryAt: askAgainAt(at) });
  }
}
