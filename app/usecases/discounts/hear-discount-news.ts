import { now } from '#app/clock.server.ts';
import type { Delivery } from '#app/core/shop/delivery.ts';
import { hasDiscounts } from '#app/db/discounts/shop-discounts.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { noteSignOfLife } from '#app/db/shop/left-shops.server.ts';
import { lockShop } from '#app/db/shop/shops.server.ts';
import { recordDelivery } from '#app/db/shop/webhook-deliveries.server.ts';

/** A discount changed: where anything of ours has one of that kind, the sync looks at them all. */
export async function hearDiscountNews(delivery: Delivery, kind: 'automatic' | 'code'): Promise<void> {
  await withTransaction(async (client) => {
    const shop = await lockShop(client, delivery.shopDomain);
    if (!shop) return recordDelivery(client, { ...delivery, outcome: 'refused', reason: 'unknown shop' });
    await noteSignOfLife(client, [delivery.shopDomain], now());
    if (!(await hasDiscounts(client, shop.id, kind))) {
      return recordDelivery(client, { ...delivery, outcome: 'ignored', reason: 'nothing has a discount' });
    }
    await enqueue(client, 'sync_discounts', { shopId: shop.id });
    return recordDelivery(client, { ...delivery, outcome: 'done' });
  });
}
