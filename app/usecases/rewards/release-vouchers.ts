// Vouchers whose time is over, and those that somebody gave or took back: their codes are taken out of the world, checkouts under way
// are waited for, and what they cost comes back. And those that Shopify shows as used while no order says so.
import { now } from '#app/clock.server.ts';
import { dayIn } from '#app/core/values/days.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import {
  dueReleases,
  shopToRelease,
  type NamedVoucher,
  type ShopToRelease,
} from '#app/db/rewards/releases.server.ts';
import { dueShownUses, lookLater } from '#app/db/rewards/shown-uses.server.ts';
import { nextLook } from '#app/core/rewards/decide-release.ts';
import { log } from '#app/log.server.ts';
import { isOfItems } from '../orders/work-apart.ts';
import { lookForUse } from './explain-shown-use.ts';
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
  for (const voucher of await dueShownUses(pool(), shopId, AT_ONCE)) {
    if (await alone(shop, voucher, () => lookForUse(shop, voucher), voucher.shownUsedAt)) reconcile = true;
  }
  for (const due of await dueReleases(pool(), shopId, AT_ONCE)) {
    if (await alone(shop, due, () => releaseVoucher(shop, due), due.releasingSince)) reconcile = true;
  }
  if (reconcile) await withTransaction((client) => enqueue(client, 'reconcile_shop', { shopId }));
}

/** What Shopify refuses, and what can't be counted or read, is about this one: it is tried again later, and holds up no other. */
async function alone(
  shop: ShopToRelease,
  { id }: NamedVoucher,
  work: () => Promise<boolean>,
  since: Date,
): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    if (!isOfItems(error)) throw error;
    log.error({ err: error, shopDomain: shop.domain, voucher: id }, 'a voucher could not be released');
    await lookLater(pool(), shop.id, id, nextLook(shop.now, since));
    return false;
  }
}
