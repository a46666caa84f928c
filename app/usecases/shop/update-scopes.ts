import type { Delivery } from '#app/core/shop/delivery.ts';
import { prisma } from '#app/db/client.server.ts';
import { lockShop, setSessionScope } from '#app/db/shop/shops.server.ts';
import { recordDelivery } from '#app/db/shop/webhook-deliveries.server.ts';

/** `app/scopes_update`: what the merchant grants now, so that a feature can ask the session for it. */
export async function updateScopes(delivery: Delivery, scopes: readonly string[]): Promise<void> {
  await prisma().$transaction(async (tx) => {
    const shop = await lockShop(tx, delivery.shopDomain);
    if (!shop) return recordDelivery({ ...delivery, outcome: 'refused', reason: 'unknown shop' }, tx);
    await setSessionScope(tx, shop.domain, scopes.join(','));
    return recordDelivery({ ...delivery, outcome: 'done' }, tx);
  });
}
