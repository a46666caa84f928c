// How full cards are given: in the cart, as codes, or on the way from one to the other. Times are the database's.
import type { PoolClient } from 'pg';
import type { CardWay, CardWayStep } from '#app/core/discounts/card-way.ts';
import type { Queryable } from '../pool.server.ts';

export type KeptCardWay = {
  cardKey: string;
  way: CardWay;
  offSince: Date | null;
  refusedPlan: string | null;
};

/** Those that were ever given otherwise than in the cart. */
export async function cardWays(db: Queryable, shopId: number): Promise<KeptCardWay[]> {
  const { rows } = await db.query<KeptCardWay>({
    name: 'card-ways',
    text: `select "cardKey", way, "offSince", "refusedPlan" from "CardWay" where "shopId" = $1 order by "cardKey"`,
    values: [shopId],
  });
  return rows;
}

/** What deciding asks of the shop. */
export type ShopOfCards = { now: Date; reconciledThrough: Date; plan: string };

export async function shopOfCards(db: Queryable, shopId: number): Promise<ShopOfCards | null> {
  const { rows } = await db.query<ShopOfCards>(
    `select now() as now, least("reconciledThrough", now()) as "reconciledThrough", coalesce(plan, '') as plan
     from "Shop" where id = $1`,
    [shopId],
  );
  return rows[0] ?? null;
}

type NewWay = Omit<CardWayStep, 'reconcile'> & { cardKey: string; refusedPlan: string | null };

/** Waits for whoever gives a code of the card just now, and is waited for by whoever comes after. */
export async function saveCardWay(
  db: Queryable,
  shopId: number,
  { cardKey, way, offSince, lookAt, refusedPlan }: NewWay,
): Promise<void> {
  await db.query(
    `insert into "CardWay" as c ("shopId", "cardKey", way, "offSince", "lookAt", "refusedPlan") values ($1, $2, $3, $4, $5, $6)
     on conflict ("shopId", "cardKey") do update set way = excluded.way, "offSince" = excluded."offSince",
       "lookAt" = excluded."lookAt", "refusedPlan" = excluded."refusedPlan",
       since = case when c.way = excluded.way then c.since else now() end`,
    [shopId, cardKey, way, offSince, lookAt, refusedPlan],
  );
}

/** Within a transaction, after the member: whether the card is given as codes, and stays so until the transaction ends. */
export async function holdsCodesWay(client: PoolClient, shopId: number, cardKey: string): Promise<boolean> {
  const { rows } = await client.query<{ way: string }>({
    name: 'hold-card-way',
    text: 'select way from "CardWay" where "shopId" = $1 and "cardKey" = $2 for share',
    values: [shopId, cardKey],
  });
  return rows[0]?.way === 'codes';
}

/**
 * Whether Shopify has the newest stamps of everybody with the card. Whom Shopify doesn't have any more buys nothing; of one whom
 * it refuses it gives nothing once the last day that it was told is over.
 */
export async function isCardTold(
  db: Queryable,
  shopId: number,
  cardKey: string,
  today: string,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from "Member" m where m."shopId" = $1 and m."syncedRev" < m.rev and m."mergedIntoId" is null
       and m."erasedAt" is null and m."goneAt" is null and (m."refusedSince" is null or m."stampsUntil" >= $3::date)
       and exists (select 1 from "MemberCard" c where c."shopId" + 0 = $1 and c."memberId" = m.id and c."cardKey" = $2)
     limit 1`,
    [shopId, cardKey, today],
  );
  return rowCount === 0;
}

/** Whether an order that isn't counted yet names the card's automatic discount. @param titles folded, as versions have them */
export async function waitsForOrderNaming(
  db: Queryable,
  shopId: number,
  cardKey: string,
  titles: readonly string[],
): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from "Order" where "shopId" = $1 and "appliedRevision" < revision and snapshot is not null and exists (
       select 1 from json_array_elements(snapshot->'discounts') as named
       where named->>'type' = 'automatic' and (lower(btrim(named->>'title')) = any($3::text[]) or exists (
         select 1 from "CardTitle" t where t."shopId" = $1 and t."cardKey" = $2
           and lower(btrim(t.title)) = lower(btrim(named->>'title'))))) limit 1`,
    [shopId, cardKey, titles],
  );
  return (rowCount ?? 0) > 0;
}

/** Members whose card is full, in the order of their ids: those to whom nothing can be given aren't locked by every run. */
export async function membersWithFullCard(
  db: Queryable,
  shopId: number,
  cardKey: string,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>({
    name: 'members-with-full-card',
    text: `select c."memberId"::text as id from "MemberCard" c where c."shopId" = $1 and c."cardKey" = $2
      and c.stamps >= c.size and c."memberId" > $3 and exists (
        select 1 from "Member" m where m."shopId" + 0 = $1 and m.id = c."memberId" and not m.blocked
          and m."mergedIntoId" is null and m."erasedAt" is null
      ) order by c."memberId" limit $4`,
    values: [shopId, cardKey, after, limit],
  });
  return rows.map(({ id }) => id);
}

/** How many full cards the person had as codes. Their members must be locked. */
export async function countCardCodes(
  db: Queryable,
  shopId: number,
  memberId: string,
  cardKey: string,
): Promise<number> {
  const { rows } = await db.query<{ count: number }>({
    name: 'count-card-codes',
    text: `select coalesce(max(split_part(g.cause, '/', 3)::int), 0) as count from person_of($1, $2) as p
      cross join lateral (select cause from "Gift" g where g."shopId" + 0 = $1 and g."memberId" = p.id
        and starts_with(g.cause, $3) offset 0) as g`,
    values: [shopId, memberId, `card/${cardKey}/`],
  });
  return rows[0]?.count ?? 0;
}

/** Shops in which a card is being changed over, and something is due. */
export async function shopsToFollowCards(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    'select distinct "shopId" as id from "CardWay" where "lookAt" <= now() order by 1',
  );
  return rows.map(({ id }) => id);
}

/** What is published no more is changed over no more; where it comes back, it is looked at from the beginning. */
export async function restCardWays(
  db: Queryable,
  shopId: number,
  published: readonly string[],
): Promise<void> {
  await db.query(
    `update "CardWay" set "lookAt" = null, "offSince" = null
     where "shopId" = $1 and "lookAt" is not null and not ("cardKey" = any($2::text[]))`,
    [shopId, published],
  );
}
