// Members of whom Shopify is asked once how many orders it has.
import { countsOrders } from '../moments/shown-orders.server.ts';
import { ownInOrder } from '../members/members-in-order.server.ts';
import type { Queryable } from '../pool.server.ts';
import { shopsHaving } from '../upkeep/shops-having.server.ts';

const UNCOUNTED = `m."ordersAskedAt" is null and m."goneAt" is null and m."mergedIntoId" is null`;

export async function shopsWithUncounted(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select id from ${shopsHaving('Member', 'm', UNCOUNTED)} as due order by id`,
  );
  return rows.map(({ id }) => id);
}

export async function uncountedCustomers(db: Queryable, shopId: number, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select m."customerId"::text as id from "Member" m where m."shopId" = $1 and ${UNCOUNTED} order by m.id limit $2`,
    [shopId, limit],
  );
  return rows.map(({ id }) => id);
}

/** Orders went from one to the other since Shopify was asked: what it said then is true of neither. Members must be locked. */
export async function countAgain(db: Queryable, shopId: number, memberIds: readonly string[]): Promise<void> {
  await db.query(
    `update "Member" set "ordersAtShopify" = null, "ordersAskedAt" = null,
       rev = rev + case when ${countsOrders('$1')} then 1 else 0 end
     where "shopId" = $1 and id = any($2::bigint[]) and "ordersAskedAt" is not null`,
    [shopId, memberIds],
  );
}

/** Null where Shopify has no such customer, or doesn't say. */
export type OrderCount = { customerId: string; count: number | null };

export async function saveOrderCounts(
  db: Queryable,
  shopId: number,
  counts: readonly OrderCount[],
  at: Date,
): Promise<void> {
  await db.query(
    `${ownInOrder('m."shopId" = $1 and m."customerId" = any($2::bigint[])')}
     update "Member" m set "ordersAtShopify" = c.count, "ordersAskedAt" = $4,
       rev = m.rev + case when ${countsOrders('$1')} then 1 else 0 end
     from own, unnest($2::bigint[], $3::int[]) as c(customer, count)
     where m."shopId" = $1 and m.id = own.id and m."customerId" = c.customer`,
    [shopId, counts.map(({ customerId }) => customerId), counts.map(({ count }) => count), at],
  );
}
