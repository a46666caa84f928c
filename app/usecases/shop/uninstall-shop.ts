import type { Delivery } from '#app/core/shop/delivery.ts';
import { forgetCardDiscounts } from '#app/db/discounts/card-discounts.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { hasOpenErasure } from '#app/db/members/people-requests.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { deleteSessions, lockShop, markUninstalled } from '#app/db/shop/shops.server.ts';
import { recordDelivery } from '#app/db/shop/webhook-deliveries.server.ts';

/**
 * `app/uninstalled`: the shop's tokens are dead, its history stays. One that was triggered before the latest install,
 * or before Shopify last gave us a token, tells of the time before it, and is ignored: a merchant who reinstalls at
 * once can be faster than the webhook.
 */
export async function uninstallShop(delivery: Delivery): Promise<void> {
  const at = delivery.triggeredAt ?? delivery.receivedAt;
  await withTransaction(async (client) => {
    const shop = await lockShop(client, delivery.shopDomain);
    if (!shop) return recordDelivery(client, { ...delivery, outcome: 'refused', reason: 'unknown shop' });
    if (at <= shop.installedAt || (shop.tokenGivenAt && at <= shop.tokenGivenAt)) {
      return recordDelivery(client, {
        ...delivery,
        outcome: 'ignored',
        reason: 'triggered before the install',
      });
    }
    await markUninstalled(client, shop.id, at);
    await deleteSessions(client, shop.domain);
    await forgetCardDiscounts(client, shop.id);
    // Told in the wrong order: the erasure has waited for this.
    if (await hasOpenErasure(client, shop.id)) await enqueue(client, 'erase_shop', { shopId: shop.id });
    return recordDelivery(client, { ...delivery, outcome: 'done' });
  });
}
