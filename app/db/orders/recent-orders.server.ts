// The shop's newest orders, as they were told.
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import type { Queryable } from '../pool.server.ts';

/** By Shopify's ids, which grow: the key finds them without looking at the others. */
export async function recentOrders(
  db: Queryable,
  shopId: number,
  count: number,
): Promise<Pick<OrderSnapshot, 'lines' | 'shipping' | 'test' | 'cancelledAt'>[]> {
  const { rows } = await db.query<Pick<OrderSnapshot, 'lines' | 'shipping' | 'test' | 'cancelledAt'>>(
    `select snapshot->'lines' as lines, snapshot->'shipping' as shipping,
       coalesce((snapshot->>'test')::boolean, false) as test, snapshot->>'cancelledAt' as "cancelledAt"
     from "Order" where "shopId" = $1 and snapshot is not null order by "orderId" desc limit $2`,
    [shopId, count],
  );
  return rows;
}
