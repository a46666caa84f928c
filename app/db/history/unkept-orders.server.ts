// Orders that a release without kept orders applied last: they are applied once more.
import type { Queryable } from '../pool.server.ts';

/** Written with each order that is applied. */
export const KEPT_SHAPE = 1;

/** Makes some of them due again; those that somebody has locked wait for the next time. Returns how many, at most so many. */
export async function askForHistory(db: Queryable, limit: number): Promise<number> {
  const { rowCount } = await db.query(
    `with unkept as (
       select "shopId", "orderId" from "Order"
       where "keptShape" = 0 and "memberId" is not null and "appliedRevision" >= revision
       order by 1, 2 limit $1 for update skip locked
     )
     update "Order" o set revision = o.revision + 1 from unkept u
     where o."shopId" = u."shopId" and o."orderId" = u."orderId"`,
    [limit],
  );
  return rowCount ?? 0;
}
