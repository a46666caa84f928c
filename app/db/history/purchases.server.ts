// A member's purchases, the newest first, and what they add up to.
import type { Queryable } from '../pool.server.ts';

export type Purchase = {
  orderId: string;
  name: string;
  /** Days of the shop; money in its minor units. */
  day: string;
  keptMinor: number;
  ourMinor: number;
  othersMinor: number;
  handledOn: string | null;
  promisedOn: string | null;
  deliveredOn: string | null;
};

export type PurchaseSums = {
  keptOrders: number;
  firstOn: string | null;
  lastOn: string | null;
  spentMinor: number;
  rhythmDays: number | null;
  /** As Shopify counted when it was asked, and how many of these we had by then. */
  ordersAtShopify: number | null;
  known: number;
};

const DAY = (column: string) => `to_char(${column}, 'YYYY-MM-DD')`;

/** @param after day and order of the last one of the page before */
export async function memberPurchases(
  db: Queryable,
  shopId: number,
  memberId: string,
  { after, limit }: { after: { day: string; orderId: string } | null; limit: number },
): Promise<Purchase[]> {
  const { rows } = await db.query<Purchase>(
    `select k."orderId"::text, coalesce(nullif(o.name, ''), '') as name, ${DAY('k.day')} as day, k."keptMinor"::float8 as "keptMinor",
       k."ourMinor"::float8 as "ourMinor", k."othersMinor"::float8 as "othersMinor", ${DAY('k."handledOn"')} as "handledOn",
       ${DAY('k."promisedOn"')} as "promisedOn", ${DAY('k."deliveredOn"')} as "deliveredOn"
     from "KeptOrder" k left join "Order" o on o."shopId" = k."shopId" and o."orderId" = k."orderId"
     where k."shopId" = $1 and k."memberId" = $2 and ($3::date is null or (k.day, k."orderId") < ($3, $4::bigint))
     order by k.day desc, k."orderId" desc limit $5`,
    [shopId, memberId, after?.day ?? null, after?.orderId ?? null, limit],
  );
  return rows;
}

export async function purchaseSums(
  db: Queryable,
  shopId: number,
  memberId: string,
): Promise<PurchaseSums | null> {
  const { rows } = await db.query<PurchaseSums>(
    `select m."keptOrders", ${DAY('m."firstOn"')} as "firstOn", ${DAY('m."lastOn"')} as "lastOn", m."spentMinor"::float8 as "spentMinor",
       m."rhythmDays", m."ordersAtShopify", (select count(*)::int from "Order" o where o."shopId" = m."shopId" and o."memberId" = m.id
         and o."placedAt" <= m."ordersAskedAt") as known
     from "Member" m where m."shopId" = $1 and m.id = $2`,
    [shopId, memberId],
  );
  return rows[0] ?? null;
}
