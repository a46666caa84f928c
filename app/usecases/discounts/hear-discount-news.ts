import type { Delivery } from '#app/core/shop/delivery.ts';
import { prisma } from '#app/db/client.server.ts';
import { enqueueInPrisma } from '#app/db/enqueue.server.ts';
import { lockShop } from '#app/db/shop/shops.server.ts';
import { recordDelivery } from '#app/db/shop/webhook-deliveries.server.ts';

/** An automatic discount changed: where cards have discounts, the sync looks at them all. */
export async function hearDiscountNews(delivery: Delivery): Promise<void> {
  await prisma().$transaction(async (tx) => {
    const shop = await lockShop(tx, delivery.shopDomain);
    if (!shop) return recordDelivery({ ...delivery, outcome: 'refused', reason: 'unknown shop' }, tx);
    if ((await tx.cardDiscount.count({ where: { shopId: shop.id } })) === 0) {
      return recordDelivery({ ...delivery, outcome: 'ignored', reason: 'no card has a discount' }, tx);
    }
    await enqueueInPrisma(tx, 'sync_discounts', { shopId: shop.id });
    return recordDelivery({ ...delivery, outcome: 'done' }, tx);
  });
}
