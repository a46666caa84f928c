// The last thing that a start prints: what can be done, and the addresses, where a small terminal still shows them.
import type { Customer } from '#tests/local-shopify/shop/types.ts';
import { birthdaysAhead } from './birthdays-ahead.ts';
import { firstVariant } from './history/play-history.ts';
import type { RunningDemo } from './running-demo.ts';
import type { System } from './system.ts';

const PRODUCT = 'morning-house';

/** What other commands are told. @throws Error of one line where the demo's shop lacks what it begins with */
export function runningDemo({ shopify, urls }: System, domain: string): RunningDemo {
  const shop = shopify.shop(domain);
  const customer: Customer | undefined = [...shop.customers.values()][0];
  if (!customer) throw new Error('The shop has no customers left.');
  const { id, firstName } = customer;
  const title = shop.productByHandle(PRODUCT)?.title ?? PRODUCT;
  return {
    storefront: urls.storefront,
    admin: urls.admin,
    customer: { id, firstName },
    product: { variantId: firstVariant(shop, PRODUCT), handle: PRODUCT, title },
  };
}

export function introduction({ shopify, urls }: System, domain: string, running: RunningDemo): string {
  const { storefront, admin, customer } = running;
  const birthdays = birthdaysAhead(shopify.shop(domain));
  return `
Sixth is running, offline, in a shop that is made up.

  npm run demo:order, in another terminal: ${customer.firstName} buys five coffees.
  Birthdays: ${birthdays ?? 'none within a week'}. The page of orders in the admin moves the clock.
  Ctrl-C stops everything; the next start finds its data.

Start here: ${admin}/apps/sixth
The shop:   ${storefront} (sign in as ${customer.firstName}, put six coffees into the cart: one is free)
The admin:  ${admin} (the app's own address: ${urls.tunnel})`;
}
