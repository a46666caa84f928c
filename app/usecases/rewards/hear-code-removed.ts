// A code was taken out of its discount, by a hand or by ourselves. What somebody might use is looked for soon; of the rest, which
// are those that we delete, nothing is asked.
import { now } from '#app/clock.server.ts';
import type { Delivery } from '#app/core/shop/delivery.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { doubtCode } from '#app/db/rewards/told-codes.server.ts';
import { noteSignOfLife } from '#app/db/shop/left-shops.server.ts';
import { lockShop } from '#app/db/shop/shops.server.ts';
import { recordDelivery } from '#app/db/shop/webhook-deliveries.server.ts';
import { looksLikeOurs } from './make-code.ts';

/** Safe to hear twice, late, or never: the nightly comparison finds what wasn't told. */
export async function hearCodeRemoved(delivery: Delivery, code: string): Promise<void> {
  await withTransaction(async (client) => {
    const shop = await lockShop(client, delivery.shopDomain);
    if (!shop) return recordDelivery(client, { ...delivery, outcome: 'refused', reason: 'unknown shop' });
    await noteSignOfLife(client, [delivery.shopDomain], now());
    if (!looksLikeOurs(code) || !(await doubtCode(client, shop.id, code.toUpperCase()))) {
      return recordDelivery(client, { ...delivery, outcome: 'ignored', reason: 'nobody’s code' });
    }
    await enqueue(client, 'fill_codes', { shopId: shop.id });
    return recordDelivery(client, { ...delivery, outcome: 'done' });
  });
}
