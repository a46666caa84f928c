import { now } from '#app/clock.server.ts';
import type { Delivery } from '#app/core/shop/delivery.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { addPeopleRequest } from '#app/db/members/people-requests.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { noteSignOfLife } from '#app/db/shop/left-shops.server.ts';
import { lockShop } from '#app/db/shop/shops.server.ts';
import { recordDelivery } from '#app/db/shop/webhook-deliveries.server.ts';

/** `customers/merge`, completed: written down now, carried out by a job that may wait for the members. */
export async function recordMerge(
  delivery: Delivery,
  { keptId, deletedId }: { keptId: string; deletedId: string },
): Promise<void> {
  await withTransaction(async (client) => {
    const shop = await lockShop(client, delivery.shopDomain);
    if (!shop) return recordDelivery(client, { ...delivery, outcome: 'refused', reason: 'unknown shop' });
    await noteSignOfLife(client, [delivery.shopDomain], now());
    await recordDelivery(client, { ...delivery, outcome: 'recorded' });
    const people = { customerId: keptId, otherCustomerId: deletedId, orderIds: [] };
    await addPeopleRequest(client, shop.id, delivery, { kind: 'merge', ...people });
    await enqueue(client, 'carry_out_requests', { shopId: shop.id });
  });
}
