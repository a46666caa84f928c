// `shop/redact`, and 48 hours after an uninstall by our own clock: every row of the shop goes, a batch at a time. When it
// was told is no reason to hurry: whose it is stands in a header that nobody signed. Where it is never told, the shop goes 60
// days after its last sign of life.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import {
  detachShop,
  erasableFrom,
  eraseBatch,
  isBeingErased,
  lockShopToErase,
  type ShopToErase,
} from '#app/db/members/erasure.server.ts';
import { finishRequest, openRequests } from '#app/db/members/people-requests.server.ts';
import { addErasedShop } from '#app/db/shop/erased-shops.server.ts';
import { hasLeftForGood } from '#app/db/shop/left-shops.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { log } from '#app/log.server.ts';

/** In place of the delivery that asked, where nobody did. */
const NOBODY_ASKED = 'nobody: it had left for good';

/** Goes on where an earlier run stopped, and safe in parallel. A shop that is installed, or was again since the request, is left alone. */
export async function eraseShop(shopId: number): Promise<void> {
  if (!(await beginErasing(shopId))) return;
  let more = true;
  while (more) more = await withTransaction((client) => eraseNext(client, shopId));
}

/** Of two at once, each takes a batch that the other has left: one that waited for the other's rows would take them for the last. */
async function eraseNext(client: PoolClient, shopId: number): Promise<boolean> {
  const shop = await lockShopToErase(client, shopId);
  return shop !== null && eraseBatch(client, shopId, now());
}

/**
 * Whether to erase is decided once, under the shop's lock, where the shop loses its domain as well: whoever reinstalls
 * a moment later gets a new shop, never one half erased.
 */
async function beginErasing(shopId: number): Promise<boolean> {
  return withTransaction(async (client) => {
    const shop = await lockShopToErase(client, shopId);
    if (!shop || isBeingErased(shop, shopId)) return shop !== null;
    const requests = await openRequests(client, shopId, ['erase-shop'], 100);
    const due = isDue(shop) ? requests.find((request) => request.requestedAt > shop.installedAt) : undefined;
    for (const request of requests) {
      // Asked before a reinstall, or carried out now: either way nothing waits any more.
      if (request.requestedAt <= shop.installedAt || due) await finishRequest(client, shopId, request, now());
    }
    if (!due && !(await hasLeftForGood(client, shopId, now()))) return false;
    const askedBy = due?.webhookId ?? NOBODY_ASKED;
    await addErasedShop(client, { id: shopId, ...shop, askedBy, startedAt: now() });
    await detachShop(client, shopId, shop.domain, askedBy);
    log.info({ shopId, askedBy }, 'erasing a shop');
    return true;
  });
}

function isDue(shop: ShopToErase): boolean {
  const from = erasableFrom(shop);
  return from !== null && from <= now();
}
