import type { Delivery } from '#app/core/shop/delivery.ts';
import { forgetCardDiscounts } from '#app/db/discounts/card-discounts.server.ts';
import { prisma } from '#app/db/client.server.ts';
import { enqueueInPrisma } from '#app/db/enqueue.server.ts';
import { hasOpenErasure } from '#app/db/members/people-requests.server.ts';
import { deleteSessions, lockShop, markUninstalled } from '#app/db/shop/shops.server.ts';
import { recordDelivery } from '#app/db/shop/webhook-deliveries.server.ts';

/**
 * `app/uninstalled`: the shop's tokens are dead, its history stays. One that was triggered before the latest install,
 * or before Shopify last gave us a token, tells of the time before it, and is ignored: a merchant who reinstalls at
 * once can be faster than the webhook.
 */
export async function uninstallShop(delivery: Delivery): Promise<void> {
  const at = delivery.triggeredAt ?? delivery.receivedAt;
  await prisma().$transaction(async (tx) => {
    const shop = await lockShop(tx, delivery.shopDomain);
    if (!shop) return recordDelivery({ ...delivery, outcome: 'refused', reason: 'unknown shop' }, tx);
    if (at <= shop.installedAt || (shop.tokenGivenAt && at <= shop.tokenGivenAt)) {
      return recordDelivery({ ...delivery, outcome: 'ignored', reason: 'triggered before the install' }, tx);
    }
    await markUninstalled(tx, shop.id, at);
    await deleteSessions(tx, shop.domain);
    await forgetCardDiscounts(tx, shop.id);
    // Told in the wrong order: the erasure has waited for this.
    if (await hasOpenErasure(tx, shop.id)) await enqueueInPrisma(tx, 'erase_shop', { shopId: shop.id });
    return recordDelivery({ ...delivery, outcome: 'done' }, tx);
  });
}
