// Whether the checkout knows of an amount yet: the sync tells Shopify of it, mostly in the time of a blink.
import { setTimeout as wait } from 'node:timers/promises';
import { pool } from '#app/db/pool.server.ts';
import { isTold } from '#app/db/storefront/sync.server.ts';

/** A shopper who waits for more than that is told so. */
const MOST_MS = 1_500;
const LOOK_EVERY_MS = 50;

/** False where Shopify doesn't have the member's newest state within a second and a half. */
export async function awaitTold(shopId: number, customerId: string): Promise<boolean> {
  for (let waited = 0; ; waited += LOOK_EVERY_MS) {
    if (await isTold(pool(), shopId, customerId)) return true;
    if (waited >= MOST_MS) return false;
    await wait(LOOK_EVERY_MS);
  }
}
