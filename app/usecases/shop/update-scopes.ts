import type { Delivery } from '#app/core/shop/delivery.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { lockShop, setSessionScope } from '#app/db/shop/shops.server.ts';
import { recordDelivery } from '#app/db/shop/webhook-deliveries.server.ts';

/** `app/scopes_update`: what the merchant grants now, so that a feature can ask the session for it. */
export async function updateScopes(delivery: Delivery, scopes: readonly string[]): Promise<void> {
  await withTransaction(async (client) => {
    const shop = await lockShop(client, delivery.shopDomain);
    if (!shop) return recordDelivery(client, { ...delivery, outcome: 'refused', reason: 'unknown shop' });
    await setSessionScope(client, shop.domain, scopes.join(','));
    return recordDelivery(client, { ...delivery, outcome: 'done' });
  });
}
