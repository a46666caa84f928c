// `shop/redact`, 48 hours after an uninstall: every row of the shop goes, a batch at a time.
import { now } from '#app/clock.server.ts';
import {
  detachShop,
  eraseBatch,
  isBeingErased,
  lockShopToErase,
  type ShopToErase,
} from '#app/db/members/erasure.server.ts';
import { finishRequest, openRequests, type OpenRequest } from '#app/db/members/people-requests.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { log } from '#app/log.server.ts';

/** Goes on where an earlier run stopped. A shop that is installed, or was again since the request, is left alone. */
export async function eraseShop(shopId: number): Promise<void> {
  if (!(await beginErasing(shopId))) return;
  let more = true;
  while (more) more = await withTransaction((client) => eraseBatch(client, shopId));
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
    const [valid] = requests.filter((request) => isValid(request, shop));
    for (const request of requests) {
      // Asked before a reinstall, or carried out now: either way nothing waits any more.
      if (request.requestedAt <= shop.installedAt || valid) await finishRequest(client, request, now());
    }
    if (!valid) return false;
    await detachShop(client, shopId, shop.domain, valid.webhookId);
    log.info({ shopId }, 'erasing a shop');
    return true;
  });
}

function isValid(request: OpenRequest, shop: ShopToErase): boolean {
  return shop.uninstalledAt !== null && request.requestedAt > shop.installedAt;
}
