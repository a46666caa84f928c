// Orders that count for nobody: guests', and those of before the program. They are kept for a while, because a guest may still
// become somebody. Whoever claims one later than that brings it along: Shopify then tells the whole order.
import type { Queryable } from '../pool.server.ts';

/** Shops that have some from before that instant, by the index of such orders. */
export async function shopsWithOrdersOfNobody(db: Queryable, before: Date): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select s.id from "Shop" s where exists (select 1 from "Order" o where o."shopId" = s.id and o."memberId" is null
       and o."appliedRevision" >= o.revision and coalesce(o."placedAt", o."dueSince") < $1) order by s.id`,
    [before],
  );
  return rows.map(({ id }) => id);
}

/**
 * One batch of a shop. What an entry's explanation needs stays; so does what is being asked about, waits set aside, or was
 * erased of late. Returns how many went.
 */
export async function deleteSomeOfNobody(
  db: Queryable,
  shopId: number,
  before: Date,
  limit: number,
): Promise<number> {
  const { rowCount } = await db.query(
    `delete from "Order" where "shopId" = $1 and "orderId" in (
       select o."orderId" from "Order" o
       where o."shopId" = $1 and o."memberId" is null and o."appliedRevision" >= o.revision
         and coalesce(o."placedAt", o."dueSince") < $2 and not o."needsRead"
         and (o."erasedAt" is null or o."erasedAt" < $2)
         and not exists (select 1 from "LedgerEntry" e where e."shopId" = $1 and e."orderId" = o."orderId")
         and not exists (select 1 from "SetAsideOrder" a where a."shopId" = $1 and a."orderId" = o."orderId")
       order by coalesce(o."placedAt", o."dueSince") limit $3 for update skip locked)`,
    [shopId, before, limit],
  );
  return rowCount ?? 0;
}
