// Who ordered is there: a customer who was taken for gone, or whose metafields were refused, is tried again at once.
import type { PoolClient } from 'pg';
import type { AppliedOrders } from '#app/core/orders/applied-orders.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { stopWaiting } from '#app/db/storefront/refused-members.server.ts';

export async function findAgainAfterOrders(
  client: PoolClient,
  { shopId, waitingIds }: AppliedOrders,
): Promise<void> {
  if (waitingIds.length === 0) return;
  if ((await stopWaiting(client, shopId, waitingIds)) > 0) await enqueue(client, 'sync_members', { shopId });
}
