// Orders that a release without kept orders applied last: they are applied once more.
import type { Queryable } from '../pool.server.ts';

/** Written with each order that is applied: 1 with what is kept of it, 2 with its products. */
export const KEPT_SHAPE = 2;

/** Makes some of them due again; those that somebody has locked wait for the next time. Returns how many, at most so many. */
export async function askForHistory(db: Queryable, limit: number): Promise<number> {
  const { rowCount } = await db.query(
    `with unkept as (
       select "shopId", "orderId" from "Order"
       where "keptShape" < ${KEPT_SHAPE} and "memberId" is not null and "appliedRevision" >= revision
       order by 1, 2 limit $1 for update skip locked
     )
     update "Order" o set revision = o.revision + 1 from unkept u
     where o."shopId" = u."shopId" and o."orderId" = u."orderId"`,
    [limit],
  );
  return rowCount ?? 0;
}
