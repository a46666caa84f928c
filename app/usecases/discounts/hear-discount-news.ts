import { now } from '#app/clock.server.ts';
import type { Delivery } from '#app/core/shop/delivery.ts';
import { doubtOwnDiscount } from '#app/db/rewards/own-discounts.server.ts';
import { hasDiscounts } from '#app/db/discounts/shop-discounts.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { noteSignOfLife } from '#app/db/shop/left-shops.server.ts';
import { lockShop } from '#app/db/shop/shops.server.ts';
import { recordDelivery } from '#app/db/shop/webhook-deliveries.server.ts';

type Told = { kind: 'automatic' | 'code'; /** Digits. */ id: string };

/** A discount changed: where anything of ours has one of that kind, the sync looks at them all. */
export async function hearDiscountNews(delivery: Delivery, { kind, id }: Told): Promise<void> {
  await withTransaction(async (client) => {
    const shop = await lockShop(client, delivery.shopDomain);
    if (!shop) return recordDelivery(client, { ...delivery, outcome: 'refused', reason: 'unknown shop' });
    await noteSignOfLife(client, [delivery.shopDomain], now());
    if (kind === 'code' && (await doubtOwnDiscount(client, shop.id, id))) {
      await enqueue(client, 'own_discounts', { shopId: shop.id });
      return recordDelivery(client, { ...delivery, outcome: 'done' });
    }
    if (!(await hasDiscounts(client, shop.id, kind))) {
      return recordDelivery(client, { ...delivery, outcome: 'ignored', reason: 'nothing has a discount' });
    }
    await enqueue(client, 'sync_discounts', { shopId: shop.id });
    return recordDelivery(client, { ...delivery, outcome: 'done' });
  });
}
