// Orders that Shopify no longer has though nobody told of a deletion. They count as deleted for as long as they are missing.
import { placedAt } from './told-columns.server.ts';
import type { Queryable } from '../pool.server.ts';

export type KnownOrder = { orderId: string; placedAt: Date | null; missing: boolean };

/** From the newest down, or from below an order; not those that were told as deleted. */
export async function ordersBelow(
  db: Queryable,
  shopId: number,
  below: string | null,
  limit: number,
): Promise<KnownOrder[]> {
  const { rows } = await db.query<KnownOrder>(
    `select o."orderId"::text, ${placedAt('o')} as "placedAt", o."missingSince" is not null as missing from "Order" o
     where o."shopId" = $1 and ($2::bigint is null or o."orderId" < $2) and o."deletedAt" is null
     order by o."orderId" desc limit $3`,
    [shopId, below, limit],
  );
  return rows;
}

/** Webhooks lock orders by their ids: so does this, or two would wait for each other in a circle. */
const LOCKED = `with own as (select "orderId" from "Order"
  where "shopId" = $1 and "orderId" = any($2::bigint[]) order by "orderId" for update)`;

/** The ledger follows by its job. */
export async function markMissing(
  db: Queryable,
  shopId: number,
  orderIds: readonly string[],
  now: Date,
): Promise<void> {
  await db.query(
    `${LOCKED} update "Order" o set "missingSince" = $3, revision = o.revision + 1 from own
     where o."shopId" = $1 and o."orderId" = own."orderId" and o."missingSince" is null and o."deletedAt" is null`,
    [shopId, orderIds, now],
  );
}

/** They are there after all, and are read anew. */
export async function markFound(db: Queryable, shopId: number, orderIds: readonly string[]): Promise<void> {
  await db.query(
    `${LOCKED} update "Order" o set "missingSince" = null, "needsRead" = true, revision = o.revision + 1 from own
     where o."shopId" = $1 and o."orderId" = own."orderId" and o."missingSince" is not null`,
    [shopId, orderIds],
  );
}

/** Where the next look goes on; null: from the newest. */
export async function moveAskedDown(db: Queryable, shopId: number, to: string | null): Promise<void> {
  await db.query('update "Shop" set "askedDownTo" = $2 where id = $1', [shopId, to]);
}
