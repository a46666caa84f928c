import { isNews, type ListedOrder } from '#app/core/snapshots/listed-order.ts';
import type { Queryable } from '../pool.server.ts';

/** Those of a page of orders that aren't stored in this state. */
export async function newsAmong(
  db: Queryable,
  shopId: number,
  listed: readonly ListedOrder[],
): Promise<ListedOrder[]> {
  const { rows } = await db.query<ListedOrder>(
    `select "orderId"::text, "snapshotUpdatedAt" as "updatedAt", snapshot->>'cancelledAt' is not null as cancelled,
       snapshot->>'status' as status
     from "Order" where "shopId" = $1 and "orderId" = any($2::bigint[]) and "snapshotUpdatedAt" is not null`,
    [shopId, listed.map(({ orderId }) => orderId)],
  );
  const known = new Map(rows.map((each) => [each.orderId, each]));
  return listed.filter((each) => isNews(each, known.get(each.orderId)));
}
