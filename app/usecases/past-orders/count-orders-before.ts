// How many orders a shop has from before its program is asked once, so that its home page can offer them.
import { pool } from '#app/db/pool.server.ts';
import { noteOrdersBefore, shopToCountBefore } from '#app/db/past-orders/orders-before.server.ts';
import { AdminRefused } from '#app/errors.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { MOST_COUNTED } from '#app/core/past-orders/most-counted.ts';
import { ordersBefore } from '#app/shopify/past-orders/orders-before.ts';

/** What Shopify refuses to count is offered to nobody. Throws a Failure where it can't be asked. */
export async function countOrdersBefore(shopId: number): Promise<void> {
  const shop = await shopToCountBefore(pool(), shopId);
  if (!shop) return;
  const query = `processed_at:<'${shop.earnsFrom.toISOString()}'`;
  const asked = { query, most: MOST_COUNTED };
  const answer = await callAdmin(shop.domain, ordersBefore, asked).catch((error: unknown) => {
    if (error instanceof AdminRefused) return { ordersCount: null };
    throw error;
  });
  await noteOrdersBefore(pool(), shopId, answer.ordersCount?.count ?? 0);
}
