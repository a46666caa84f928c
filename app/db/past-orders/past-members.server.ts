// Members' orders from before the program: those that could earn, those that do, and since when their members have belonged.
import type { DueOrder } from '../orders/due-orders.server.ts';
import type { Queryable } from '../pool.server.ts';

/** Orders that could earn under a version: `$1` the shop, `$2` the instant from which on, null for all. */
const COULD_EARN = `o."programVersion" is null and o."awardedOn" is null and o."erasedAt" is null
  and o.snapshot is not null and o."deletedAt" is null and o."missingSince" is null
  and o."placedAt" < (select "earnsFrom" from "Shop" where id = $1) and ($2::timestamptz is null or o."placedAt" >= $2)
  and not o.closed and exists (select 1 from "Member" m where m."shopId" = $1 and m.id = o."memberId" and m."leftAt" is null)
  and not exists (select 1 from "MovingIn" f join "Shop" s on s.id = f."shopId" where f."shopId" = $1 and f.step in ('applying', 'applied')
    and o."placedAt" < (f.day::timestamp at time zone s."timeZone"))`;

/** By the index of members: that of the shop, beside it, would be walked whole for each of them. */
const OF_MEMBERS = `o."shopId" + 0 = $1 and o."memberId" = any($3::bigint[])`;

/** As they would be due under the version, never applied before. */
export async function ordersThatCouldEarn(
  db: Queryable,
  shopId: number,
  { from, memberIds, version }: { from: Date | null; memberIds: readonly string[]; version: number },
): Promise<DueOrder[]> {
  const { rows } = await db.query<DueOrder>(
    `select o."orderId"::text, o.snapshot as newest, o."paidSnapshot" as paid, false as deleted, o.revision, null as facts,
       $4::int as "programVersion", o."memberId"::text, null as "memberCustomerId", '{}'::json as pending, false as erased,
       coalesce(o."takenOff", false) as "takenOff", false as closed, true as "isFirst", false as "usedVoucher", null as "awardedOn",
       o.xmin::text as "writtenBy"
     from "Order" o where ${OF_MEMBERS} and ${COULD_EARN} order by o."orderId"`,
    [shopId, from, memberIds, version],
  );
  return rows;
}

/** How many there are: what was counted is compared with it before it is given. */
export async function countThoseThatCouldEarn(
  db: Queryable,
  shopId: number,
  from: Date | null,
): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from "Order" o where o."shopId" = $1 and ${COULD_EARN}`,
    [shopId, from],
  );
  return rows[0]?.count ?? 0;
}

/** They earn by the version from now on; each once, whoever asks twice. Their members must be locked. Returns how many. */
export async function letEarn(
  db: Queryable,
  shopId: number,
  {
    from,
    memberIds,
    version,
    today,
  }: { from: Date | null; memberIds: readonly string[]; version: number; today: string },
): Promise<number> {
  const { rowCount } = await db.query(
    `with own as (
       select o."orderId" from "Order" o where ${OF_MEMBERS} and ${COULD_EARN} order by 1 for update
     )
     update "Order" o set "programVersion" = $4, "awardedOn" = $5, facts = null, revision = o.revision + 1
     from own where o."shopId" = $1 and o."orderId" = own."orderId"`,
    [shopId, from, memberIds, version, today],
  );
  return rowCount ?? 0;
}

export type EarningOrder = { orderId: string; memberId: string };

/** Those of the members that earn though they are from before the program. What went with whoever left is nobody's to take back. */
export async function lockEarning(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
): Promise<EarningOrder[]> {
  const { rows } = await db.query<EarningOrder>(
    `select o."orderId"::text, o."memberId"::text from "Order" o
     where o."shopId" = $1 and o."memberId" = any($2::bigint[]) and o."awardedOn" is not null and not o.closed
     order by o."orderId" for update`,
    [shopId, memberIds],
  );
  return rows;
}

/** As they were: from before the program, and due. */
export async function letEarnNothing(
  db: Queryable,
  shopId: number,
  orderIds: readonly string[],
): Promise<void> {
  await db.query(
    `update "Order" set "programVersion" = null, "awardedOn" = null, facts = null, revision = revision + 1
     where "shopId" = $1 and "orderId" = any($2::bigint[])`,
    [shopId, orderIds],
  );
}

/** Whether an order of the shop waits for the ledger; those that wait set aside hold up nobody. */
export async function hasDueOrders(db: Queryable, shopId: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from "Order" o where o."shopId" = $1 and o."appliedRevision" < o.revision and not exists (
       select 1 from "SetAsideOrder" a where a."shopId" = $1 and a."orderId" = o."orderId" and a.step = 'apply') limit 1`,
    [shopId],
  );
  return (rowCount ?? 0) > 0;
}

/**
 * Members who were first seen by their past orders have belonged since the first of them that is kept; the figures of the days follow.
 * Some of them at a time. Returns how many.
 */
export async function joinByFirstOrder(
  db: Queryable,
  shopId: number,
  { since, limit }: { since: Date; limit: number },
): Promise<number> {
  const { rowCount } = await db.query(
    `with late as (
       select m.id, m."firstOn" as day, (m."joinedAt" at time zone s."timeZone")::date as was,
         m."firstOn"::timestamp at time zone s."timeZone" as since
       from "Shop" s join "Member" m on m."shopId" = s.id
       where s.id = $1 and (m."joinedAt" >= $2 or exists (select 1 from "MovedMember" x where x."shopId" = $1 and x."memberId" = m.id
         and x."joinedTo" = m."joinedAt")) and m."firstOn" < (m."joinedAt" at time zone s."timeZone")::date
         and m."erasedAt" is null and m."mergedIntoId" is null
       order by m.id limit $3 for update of m
     ), moved as (
       update "Member" m set "joinedAt" = late.since, "joinedOn" = late.day, rev = m.rev + 1
       from late where m."shopId" = $1 and m.id = late.id returning m.id
     ), counted as (
       insert into "DailyFigure" as f ("shopId", day, kind, amount)
       select $1::int, day, 'members-joined', sum(n)::bigint from (
         select was as day, -1 as n from late union all select day, 1 from late) as days group by day order by day
       on conflict ("shopId", day, kind) do update set amount = f.amount + excluded.amount
     )
     select id from moved`,
    [shopId, since, limit],
  );
  return rowCount ?? 0;
}
