// Vouchers whose time is over, and those that somebody gave or took back: their codes are taken out of the world, checkouts under way
// are waited for, and what they cost comes back.
import { now } from '#app/clock.server.ts';
import { dayIn } from '#app/core/values/days.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import {
  dueReleases,
  noteLook,
  shopToRelease,
  type DueRelease,
  type ShopToRelease,
} from '#app/db/rewards/releases.server.ts';
import { nextLook } from '#app/core/rewards/decide-release.ts';
import { AdminRefused } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { followDays } from './follow-days.ts';
import { releaseVoucher } from './release-voucher.ts';

/** Of one run; whatever is left has a bell. */
const AT_ONCE = 100;

/** Safe to run twice and in parallel. Throws a Failure when Shopify can't be asked; nothing is lost then. */
export async function releaseVouchers(shopId: number, at = now()): Promise<void> {
  const shop = await shopToRelease(pool(), shopId);
  if (!shop) return;
  await followDays(shopId, dayIn(shop.timeZone, at));
  let reconcile = false;
  for (const due of await dueReleases(pool(), shopId, AT_ONCE)) {
    if (await alone(shop, due)) reconcile = true;
  }
  if (reconcile) await withTransaction((client) => enqueue(client, 'reconcile_shop', { shopId }));
}

/** What Shopify refuses is about this one: it is tried again later, and holds up no other. */
async function alone(shop: ShopToRelease, due: DueRelease): Promise<boolean> {
  try {
    return await releaseVoucher(shop, due);
  } catch (error) {
    if (!(error instanceof AdminRefused)) throw error;
    log.error({ err: error, shopDomain: shop.domain, voucher: due.id }, 'a voucher could not be released');
    const lookAt = nextLook(shop.now, due.releasingSince);
    await noteLook(pool(), shop.id, due.id, { goneSince: due.goneSince, lookAt });
    return false;
  }
}
