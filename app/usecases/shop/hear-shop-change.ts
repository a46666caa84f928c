import { now } from '#app/clock.server.ts';
import type { Delivery } from '#app/core/shop/delivery.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { noteSignOfLife } from '#app/db/shop/left-shops.server.ts';
import { lockShop } from '#app/db/shop/shops.server.ts';
import { recordDelivery } from '#app/db/shop/webhook-deliveries.server.ts';

/** `shop/update`: a hint that the shop was set up otherwise. What it is now is asked. */
export async function hearShopChange(delivery: Delivery): Promise<void> {
  await withTransaction(async (client) => {
    const shop = await lockShop(client, delivery.shopDomain);
    if (!shop) return recordDelivery(client, { ...delivery, outcome: 'refused', reason: 'unknown shop' });
    await noteSignOfLife(client, [delivery.shopDomain], now());
    await enqueue(client, 'follow_shop', { shopId: shop.id });
    return recordDelivery(client, { ...delivery, outcome: 'done' });
  });
}
