import { now } from '#app/clock.server.ts';
import type { Delivery } from '#app/core/shop/delivery.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { hintInstallation } from '#app/db/shop/installation-hints.server.ts';
import { lockShop } from '#app/db/shop/shops.server.ts';
import { recordDelivery } from '#app/db/shop/webhook-deliveries.server.ts';

/**
 * `app/uninstalled`, `app/scopes_update`: whose it is stands in a header that nobody signed, so it changes nothing by itself.
 * Shopify is asked how the app stands. One that was triggered before the latest install, or before Shopify last gave us a
 * token, tells of the time before it, and is ignored: a merchant who reinstalls at once can be faster than the webhook.
 */
export async function hearInstallationHint(delivery: Delivery): Promise<void> {
  const at = delivery.triggeredAt ?? delivery.receivedAt;
  await withTransaction(async (client) => {
    const shop = await lockShop(client, delivery.shopDomain);
    if (!shop) return recordDelivery(client, { ...delivery, outcome: 'refused', reason: 'unknown shop' });
    if (at <= shop.installedAt || (shop.tokenGivenAt && at <= shop.tokenGivenAt)) {
      const reason = 'triggered before the install';
      return recordDelivery(client, { ...delivery, outcome: 'ignored', reason });
    }
    if (shop.uninstalledAt) {
      return recordDelivery(client, { ...delivery, outcome: 'ignored', reason: 'uninstalled already' });
    }
    await hintInstallation(client, shop.id, now());
    await enqueue(client, 'check_installation', { shopId: shop.id });
    return recordDelivery(client, { ...delivery, outcome: 'recorded' });
  });
}
