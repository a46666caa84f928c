import type { Delivery } from '#app/core/shop/delivery.ts';
import { prisma } from '#app/db/client.server.ts';
import { enqueueInPrisma } from '#app/db/enqueue.server.ts';
import { addPeopleRequest } from '#app/db/members/people-requests.server.ts';
import { lockShop } from '#app/db/shop/shops.server.ts';
import { recordDelivery } from '#app/db/shop/webhook-deliveries.server.ts';

/** `customers/merge`, completed: written down now, carried out by a job that may wait for the members. */
export async function recordMerge(
  delivery: Delivery,
  { keptId, deletedId }: { keptId: string; deletedId: string },
): Promise<void> {
  await prisma().$transaction(async (tx) => {
    const shop = await lockShop(tx, delivery.shopDomain);
    if (!shop) return recordDelivery({ ...delivery, outcome: 'refused', reason: 'unknown shop' }, tx);
    await recordDelivery({ ...delivery, outcome: 'recorded' }, tx);
    const people = { customerId: keptId, otherCustomerId: deletedId, orderIds: [] };
    await addPeopleRequest(tx, shop.id, delivery, { kind: 'merge', ...people });
    await enqueueInPrisma(tx, 'carry_out_requests', { shopId: shop.id });
  });
}
