// Makes the customers' metafields match: whoever changed first, then whoever's stamps need a later last day.
import { now } from '#app/clock.server.ts';
import { dayIn } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import {
  forgetDaysWithoutStamps,
  membersToRenew,
  placeOfShop,
  unsyncedMembers,
} from '#app/db/storefront/sync.server.ts';
import { writeTags } from '../notices/write-tags.ts';
import { giveFullCards } from '../stamps/give-full-cards.ts';
import { askForGone } from './ask-for-gone.ts';
import { writeMembers, type SyncedShop } from './write-members.ts';

/**
 * Calls of one run that only move last days on: about a third of what the smallest plan allows in a minute, and the bell
 * rings every minute for the rest. Days left over make it no hurry.
 */
const MOST_RENEWALS = 200;
const FORGOTTEN_AT_ONCE = 1_000;

/**
 * Returns when every member is synced who can be; one whom Shopify refuses is tried again later, and holds up nobody. Throws
 * a Failure when Shopify can't be told at all; nothing is lost then. @param stop ends it where it would have to wait for Shopify
 */
export async function syncMembers(shopId: number, stop?: AbortSignal): Promise<void> {
  // What a full card becomes is told with the rest.
  await giveFullCards(shopId);
  const shop = await placeOfShop(pool(), shopId, now());
  if (!shop) return;
  await writeMembers(shop, unsyncedMembers, { stop });
  await writeTags(shop, stop);
  if (shop.mayRenew) await renewStamps(shop, stop);
  // Last, so that a question about who is gone keeps nobody else.
  if (shop.mayAskForGone && (await askForGone(shop)) > 0) await writeMembers(shop, unsyncedMembers, { stop });
}

async function renewStamps(shop: SyncedShop, stop: AbortSignal | undefined): Promise<void> {
  const today = dayIn(shop.timeZone, now());
  for (let forgotten = FORGOTTEN_AT_ONCE; forgotten === FORGOTTEN_AT_ONCE;) {
    forgotten = await forgetDaysWithoutStamps(pool(), shop.id, FORGOTTEN_AT_ONCE, today);
  }
  await writeMembers(shop, membersToRenew, { mostCalls: MOST_RENEWALS, stop });
}
