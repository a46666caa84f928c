// Orders that something may go into, and what is to go into them. Their members must be locked.
import type { Parcel, PackingTask, SettledParcels } from '#app/core/tasks/settle-parcels.ts';
import type { Queryable } from '../pool.server.ts';

export type ParcelsOfMember = { memberId: string; parcels: Parcel[]; tasks: PackingTask[] };

type Wanted = {
  memberIds: readonly string[];
  /** Orders that just changed: also where they were sent before anybody heard of them. */
  orderIds: readonly string[];
  /** Versions of the program that put something into parcels. */
  versions: readonly number[];
  /** The first day since which orders that were sent are looked at anew; null: none. */
  sentSince: string | null;
};

/**
 * Those that aren't sent, or were of late while a count was waited for, or that a task names. An order at the till has no parcel.
 * Each member is looked up once and kept: a plan made while the tables were small would look all of them up again for each order.
 */
const PARCELS = `
  with kept as (
    select k."memberId", k."orderId", k."handledOn", k.source,
      row_number() over (partition by k."memberId" order by k.day, k."orderId")::int as number
    from "KeptOrder" k where k."shopId" = $1 and k."memberId" = any($2::bigint[])
  ), people as materialized (
    select m.id, not m.blocked and m."leftAt" is null as "takesPart", m."ordersAskedAt" is not null as "isKnown",
      case when m."ordersAtShopify" > 0 then greatest(0, m."ordersAtShopify" - (select count(*) from "Order" x
        where x."shopId" + 0 = $1 and x."memberId" = m.id and x."placedAt" <= m."ordersAskedAt"))::int else 0 end as before
    from (select distinct unnest($2::bigint[]) as id) as w
    cross join lateral (select * from "Member" m where m."shopId" + 0 = $1 and m.id = w.id offset 0) as m
  )
  select k."memberId"::text, k."orderId"::text, case when p."isKnown" then p.before + k.number end as number,
    o."programVersion" as version,
    case when k."handledOn" is null then false
      else coalesce(o.snapshot->>'fulfillmentStatus', '') = 'fulfilled' end as "isSent",
    -- Before shape 3 nobody said what goes by parcel. Only where something doesn't is the snapshot parsed: that takes longest of all.
    strpos(o.snapshot::text, '"requiresShipping":false') = 0 or jsonb_path_exists(o.snapshot::jsonb, '$.lines[*] ? (@.currentQuantity > 0 && !(@.requiresShipping == false))') as ships,
    p."takesPart" and o."awardedOn" is null and k.source is distinct from 'pos'
      and coalesce(o.facts->>'blocked', 'false') <> 'true' as "isOpen"
  from kept k join people p on p.id = k."memberId"
  join "Order" o on o."shopId" = $1 and o."orderId" = k."orderId"
  where (k."handledOn" is null or k."orderId" = any($3::bigint[]) or k."handledOn" >= $5::date) and o."programVersion" = any($4::int[])
    or exists (select from "Task" t where t."shopId" + 0 = $1 and t."memberId" = k."memberId" and t."orderId" = k."orderId")
  order by k.number`;

type ParcelRow = Parcel & { memberId: string };
type TaskRow = PackingTask & { memberId: string };

export async function parcelsOf(db: Queryable, shopId: number, wanted: Wanted): Promise<ParcelsOfMember[]> {
  const { memberIds, orderIds, versions, sentSince } = wanted;
  const tasks = await db.query<TaskRow>({
    name: 'packing-tasks',
    text: `select "memberId"::text, cause, "orderId"::text, state, "doneAt" is not null as "isDone" from "Task" t
      where t."shopId" + 0 = $1 and t."memberId" = any($2::bigint[]) and kind = 'packing'
      order by t."memberId", t.cause for update`,
    values: [shopId, memberIds],
  });
  const parcels = await db.query<ParcelRow>({
    name: 'parcels',
    text: PARCELS,
    values: [shopId, memberIds, orderIds, versions, sentSince],
  });
  return memberIds.map((memberId) => ({
    memberId,
    parcels: parcels.rows.filter((row) => row.memberId === memberId),
    tasks: tasks.rows.filter((row) => row.memberId === memberId),
  }));
}

/** Members who have orders of that day or later, the last ones first. */
export async function buyersSince(
  db: Queryable,
  shopId: number,
  day: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await db.query<{ memberId: string }>(
    `select "memberId"::text from "KeptOrder" where "shopId" = $1 and day >= $2::date
     group by "memberId" order by max(day) desc, "memberId" limit $3`,
    [shopId, day, limit],
  );
  return rows.map(({ memberId }) => memberId);
}

/** What moves to another order begins anew there. @param today in the shop's calendar */
export async function saveParcels(
  db: Queryable,
  shopId: number,
  { put, states }: Pick<SettledParcels, 'put' | 'states'>,
  { today, at }: { today: string; at: Date },
): Promise<void> {
  if (put.length > 0)
    await db.query(
      `insert into "Task" ("shopId", "memberId", cause, "momentKey", kind, words, reason, "orderId", "on", state, "madeAt")
       select $1, p."memberId"::bigint, p.cause, p."momentKey", 'packing', p.words, p.reason, p."orderId"::bigint, $3, p.state, $4
       from jsonb_to_recordset($2::jsonb) as p("memberId" text, cause text, "momentKey" text, words text, reason jsonb,
         "orderId" text, state text)
       order by p."memberId"::bigint, p.cause
       on conflict ("memberId", cause) do update set "orderId" = excluded."orderId", state = excluded.state,
         words = excluded.words, reason = excluded.reason, "on" = excluded."on", "doneBy" = null, "doneAt" = null`,
      [shopId, JSON.stringify(put.map(({ rule: _, ...task }) => task)), today, at],
    );
  if (states.length > 0)
    await db.query(
      `update "Task" t set state = s.state from unnest($2::bigint[], $3::text[], $4::text[]) as s(member, cause, state)
       where t."shopId" + 0 = $1 and t."memberId" = s.member and t.cause = s.cause`,
      [
        shopId,
        states.map(({ memberId }) => memberId),
        states.map(({ cause }) => cause),
        states.map(({ state }) => state),
      ],
    );
}
