// What the merchant answered of discounts by their names: the card's, or their own. An order names a discount by its title.
import { foldTitle } from '#app/core/stamps/title-spans.ts';
import type { Queryable } from '../pool.server.ts';
import type { CardTitle } from './card-titles.server.ts';

/** `title` as it was first asked about. */
export type AnsweredName = { title: string; isOwn: boolean };

/** Flags that asked for a name; $2 is the folded title. */
const OF_NAME = `f."shopId" = $1 and f.reason = 'foreign-title' and lower(btrim(f.title)) = $2`;

/** The items that each line's discount made free, whole. */
export const WHOLE_UNITS = (flag: string): string =>
  `div((${flag}.detail->>'amountMinor')::numeric * (${flag}.detail->>'quantity')::numeric,
    (${flag}.detail->>'grossMinor')::numeric)::int`;

/** By name. What is said to be the card's is no longer one's own, whatever single orders say. */
export async function answeredNames(db: Queryable, shopId: number, limit: number): Promise<AnsweredName[]> {
  const { rows } = await db.query<AnsweredName>(
    `with said as (
       select lower(btrim(title)) as name, min(title) as title from "CardTitle"
       where "shopId" = $1 and "saidAt" is not null group by 1
     ), own as (
       select lower(btrim(title)) as name, min(title) as title from "OrderFlag"
       where "shopId" = $1 and reason = 'foreign-title' and "freeUnits" = 0 group by 1
     )
     select title, "isOwn" from (
       select name, title, false as "isOwn" from said
       union all
       select name, title, true from own where name not in (select name from said)
     ) as answered order by name limit $2`,
    [shopId, limit],
  );
  return rows;
}

/** Locks every order that names the discount, in id order. Returns their ids. */
export async function lockOrdersNaming(db: Queryable, shopId: number, title: string): Promise<string[]> {
  const { rows } = await db.query<{ orderId: string }>(
    `select o."orderId"::text from "Order" o
     where o."shopId" = $1 and (o."orderId" in (select f."orderId" from "OrderFlag" f where ${OF_NAME})
       or (o.snapshot is not null and exists (
         select 1 from json_array_elements(o.snapshot->'discounts') as named
         where named->>'type' = 'automatic' and lower(btrim(named->>'title')) = $2)))
     order by o."orderId" for update of o`,
    [shopId, foldTitle(title)],
  );
  return rows.map(({ orderId }) => orderId);
}

/** The cards that counted the lines which the name was asked about. */
export async function cardsAskedOf(db: Queryable, shopId: number, title: string): Promise<CardTitle[]> {
  const { rows } = await db.query<CardTitle>(
    `select distinct f."cardKey", btrim(f.title) as title from "OrderFlag" f where ${OF_NAME}`,
    [shopId, foldTitle(title)],
  );
  return rows;
}

/** Decides every flag that asked for the name, also those that were decided otherwise. Their orders must be locked. */
export async function decideName(
  db: Queryable,
  shopId: number,
  { title, isOwn, decidedBy }: AnsweredName & { decidedBy: string },
  now: Date,
): Promise<void> {
  await db.query(
    `update "OrderFlag" f set "freeUnits" = case when $3::boolean then 0 else ${WHOLE_UNITS('f')} end,
       "decidedBy" = $4, "decidedAt" = $5
     where ${OF_NAME}`,
    [shopId, foldTitle(title), isOwn, decidedBy, now],
  );
}

/** The orders are due again. They must be locked. */
export async function touchOrders(db: Queryable, shopId: number, orderIds: readonly string[]): Promise<void> {
  await db.query(
    'update "Order" set revision = revision + 1 where "shopId" = $1 and "orderId" = any($2::bigint[])',
    [shopId, orderIds],
  );
}
