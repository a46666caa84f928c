// Once a day Shopify is asked anew for customers who were gone: a customer may be restored, and a look may have come too
// early.
import { now } from '#app/clock.server.ts';
import { askAgainAt } from '#app/core/storefront/next-try.ts';
import { pool } from '#app/db/pool.server.ts';
import { askForGoneAgain, goneToAskFor, markFound } from '#app/db/storefront/refused-members.server.ts';
import { AdminRefused } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { askCustomersThere, MOST_CUSTOMERS } from './ask-customers-there.ts';

/** @returns how many are back. Throws a Failure where Shopify can't be asked. */
export async function askForGone(shop: { id: number; domain: string }): Promise<number> {
  const at = now();
  let back = 0;
  for (let asked = MOST_CUSTOMERS; asked === MOST_CUSTOMERS;) {
    const members = await goneToAskFor(pool(), shop.id, MOST_CUSTOMERS, at);
    asked = members.length;
    if (asked === 0) break;
    const there = await backAmong(shop, members);
    const idsOf = (found: boolean) =>
      members.flatMap(({ id, customerId }) => (there.has(customerId) === found ? [id] : []));
    back += await markFound(pool(), shop.id, idsOf(true));
    await askForGoneAgain(pool(), shop.id, idsOf(false), askAgainAt(at));
  }
  return back;
}

/** Where Shopify won't say it of these, they stay gone until tomorrow, and the next are asked for. */
async function backAmong(
  { domain }: { domain: string },
  members: readonly { customerId: string }[],
): Promise<ReadonlySet<string>> {
  try {
    return await askCustomersThere(domain, members);
  } catch (err) {
    if (!(err instanceof AdminRefused)) throw err;
    log.warn({ err, shopDomain: domain }, 'Shopify would not say whether customers are back');
    return new Set();
  }
}
