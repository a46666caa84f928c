// Purchases of people who are merged or forgotten.
import type { ErasedPerson } from '#app/core/members/erased-person.ts';
import type { MergedPair } from '#app/core/members/merged-pair.ts';
import type { Queryable } from '../pool.server.ts';
import { keepHistoryCaches } from './kept-orders.server.ts';

/** The survivor bought what the loser bought. */
export async function moveHistory(db: Queryable, { shopId, from, to }: MergedPair): Promise<void> {
  await db.query(`update "KeptOrder" set "memberId" = $3 where "shopId" = $1 and "memberId" = $2`, [
    shopId,
    from,
    to,
  ]);
  await keepHistoryCaches(db, shopId, [from, to]);
  await db.query(
    `update "Member" m set "ordersAtShopify" = null, "ordersAskedAt" = null where m."shopId" = $1 and m.id = $2`,
    [shopId, to],
  );
}

/** Also of orders that were named without their customer: whoever had them bought that much less. */
export async function forgetHistory(
  db: Queryable,
  { shopId, memberIds, orderIds }: ErasedPerson,
): Promise<void> {
  const { rows } = await db.query<{ id: string }>(
    `with gone as (
       delete from "KeptOrder" where "shopId" = $1 and ("memberId" = any($2::bigint[]) or "orderId" = any($3::bigint[]))
       returning "memberId"
     )
     select distinct "memberId"::text as id from gone`,
    [shopId, memberIds, orderIds],
  );
  await keepHistoryCaches(
    db,
    shopId,
    rows.map(({ id }) => id),
  );
  await db.query(
    `update "Member" set "ordersAtShopify" = null, "ordersAskedAt" = null, "newsletterOn" = null
     where "shopId" = $1 and id = any($2::bigint[])`,
    [shopId, memberIds],
  );
}
