import { now } from '#app/clock.server.ts';
import type { Delivery } from '#app/core/shop/delivery.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { noteSignOfLife } from '#app/db/shop/left-shops.server.ts';
import { lockShop } from '#app/db/shop/shops.server.ts';
import { recordDelivery } from '#app/db/shop/webhook-deliveries.server.ts';
import { noteThemeChange } from '#app/db/storefront/theme-seen.server.ts';
import { QUIET_MS } from './import-theme.ts';

/** `themes/publish`, `themes/update`: the theme is to be read, a moment later. The bell of that time is rung by the minute. */
export async function hearThemeChange(delivery: Delivery): Promise<void> {
  await withTransaction(async (client) => {
    const shop = await lockShop(client, delivery.shopDomain);
    if (!shop) return recordDelivery(client, { ...delivery, outcome: 'refused', reason: 'unknown shop' });
    await noteSignOfLife(client, [delivery.shopDomain], now());
    await noteThemeChange(client, shop.id, new Date(now().getTime() + QUIET_MS));
    return recordDelivery(client, { ...delivery, outcome: 'done' });
  });
}
