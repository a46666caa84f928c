// Members who may have been merged without a word: their customer is gone, or an order of theirs became another's.
import { placedAt } from '../orders/told-columns.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

export async function noteLostOrders(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
  now: Date,
): Promise<void> {
  await db.query('update "Member" set "lostOrderAt" = $3 where "shopId" = $1 and id = any($2::bigint[])', [
    shopId,
    memberIds,
    now,
  ]);
}

export type MemberToSeek = { id: string; customerId: string };

/** Those of the last days, and those of these customers; the newest members first. */
export async function membersToSeek(
  db: Queryable,
  shopId: number,
  { since, customerIds, limit }: { since: Date; customerIds: readonly string[]; limit: number },
): Promise<MemberToSeek[]> {
  const { rows } = await db.query<MemberToSeek>(
    `select id::text, "customerId"::text from (
       select id, "customerId" from "Member" where "shopId" = $1 and ("goneAt" is not null or "lostOrderAt" is not null)
         and ("goneAt" > $2 or "lostOrderAt" > $2) and "mergedIntoId" is null and "erasedAt" is null
       union
       select id, "customerId" from "Member" where "shopId" = $1 and "customerId" = any($3::bigint[])
         and "mergedIntoId" is null and "erasedAt" is null
     ) as found order by found.id desc limit $4`,
    [shopId, since, customerIds, limit],
  );
  return rows;
}

export type OrderOfMember = { memberId: string; orderId: string };

/** Orders that are theirs or ever posted to them, the latest ten of each that were placed since. */
export async function ordersOfMembers(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
  since: Date,
): Promise<OrderOfMember[]> {
  const { rows } = await db.query<OrderOfMember>(
    `select m.id::text as "memberId", latest."orderId"::text from unnest($2::bigint[]) as m(id)
     cross join lateral (
       select o."orderId" from "Order" o where o."shopId" = $1 and o."orderId" in (
         select e."orderId" from "LedgerEntry" e where ${ofShop('e', '$1')} and e."memberId" = m.id and e.kind in ('order', 'free-unit')
         union select p."orderId" from "Order" p where ${ofShop('p', '$1')} and p."memberId" = m.id)
         and ${placedAt('o')} > $3 and o."deletedAt" is null and o."missingSince" is null
       order by o."orderId" desc limit 10
     ) as latest`,
    [shopId, memberIds, since],
  );
  return rows;
}

/** Who an order belongs to by what we were told; null for a guest's, and for an order that we don't have. */
export async function customerOfOrder(
  db: Queryable,
  shopId: number,
  orderId: string,
): Promise<string | null> {
  const { rows } = await db.query<{ customerId: string | null }>(
    `select snapshot->>'customerId' as "customerId" from "Order" where "shopId" = $1 and "orderId" = $2`,
    [shopId, orderId],
  );
  return rows[0]?.customerId ?? null;
}
