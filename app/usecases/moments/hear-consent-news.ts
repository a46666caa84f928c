import { now } from '#app/clock.server.ts';
import type { Delivery } from '#app/core/shop/delivery.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { thanksForNewsletter } from '#app/db/moments/consents.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { noteSignOfLife } from '#app/db/shop/left-shops.server.ts';
import { lockShop } from '#app/db/shop/shops.server.ts';
import { recordDelivery } from '#app/db/shop/webhook-deliveries.server.ts';

/** Somebody consented, or withdrew: only a hint, Shopify is asked who. */
export async function hearConsentNews(delivery: Delivery): Promise<void> {
  await withTransaction(async (client) => {
    const shop = await lockShop(client, delivery.shopDomain);
    if (!shop) return recordDelivery(client, { ...delivery, outcome: 'refused', reason: 'unknown shop' });
    await noteSignOfLife(client, [delivery.shopDomain], now());
    if (!(await thanksForNewsletter(client, shop.id))) {
      return recordDelivery(client, { ...delivery, outcome: 'ignored', reason: 'nobody is thanked for it' });
    }
    await enqueue(client, 'read_consents', { shopId: shop.id });
    return recordDelivery(client, { ...delivery, outcome: 'done' });
  });
}
