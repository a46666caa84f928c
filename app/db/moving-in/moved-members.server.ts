// What a file set on members beside balances and birthdays: since when they belong, and that they are left out. Members must be locked.
import type { Queryable } from '../pool.server.ts';

export type ToldJoining = { memberId: string; joinedOn: string };

/**
 * Members belong since the earliest day that any file of theirs tells, never later than their first kept order; the figures of the
 * days follow. What they had before any file is kept beside it. A day that is no earlier changes nothing, and is kept all the same: an
 * earlier file may be undone.
 */
export async function joinEarlier(
  db: Queryable,
  shopId: number,
  movingId: string,
  told: readonly ToldJoining[],
): Promise<void> {
  if (told.length === 0) return;
  await db.query(
    `with told as (
       select m.id, coalesce(o.was, m."joinedAt") as was,
         least(r.day, m."firstOn")::timestamp at time zone s."timeZone" as since
       from unnest($3::bigint[], $4::date[]) as r(id, day) join "Shop" s on s.id = $1
         join "Member" m on m."shopId" = $1 and m.id = r.id
         left join lateral (select min(x."joinedWas") as was from "MovedMember" x where x."shopId" = $1 and x."memberId" = m.id) o on true
       where least(r.day, m."firstOn") < (coalesce(o.was, m."joinedAt") at time zone s."timeZone")::date
     )
     insert into "MovedMember" as k ("shopId", "memberId", "movingId", "joinedWas", "joinedTo")
     select $1, id, $2, was, since from told
     on conflict ("shopId", "memberId", "movingId") do update set "joinedWas" = excluded."joinedWas", "joinedTo" = excluded."joinedTo"`,
    [shopId, movingId, told.map(({ memberId }) => memberId), told.map(({ joinedOn }) => joinedOn)],
  );
  await moveJoining(
    db,
    shopId,
    `select x."memberId" as id, min(x."joinedTo") as since from "MovedMember" x join "Member" m on m."shopId" = $1 and m.id = x."memberId"
     where x."shopId" = $1 and x."memberId" = any($2::bigint[]) group by x."memberId", m."joinedAt" having min(x."joinedTo") < m."joinedAt"`,
    [told.map(({ memberId }) => memberId)],
  );
}

/** As if the file hadn't told it, where nothing else changed the day since. */
export async function joinBack(
  db: Queryable,
  shopId: number,
  movingId: string,
  memberIds: readonly string[],
): Promise<void> {
  await moveJoining(
    db,
    shopId,
    `select m.id, least(k."joinedWas", (select min(x."joinedTo") from "MovedMember" x where x."shopId" = $1 and x."memberId" = m.id
         and x."movingId" <> k."movingId")) as since
     from "MovedMember" k join "Member" m on m."shopId" = $1 and m.id = k."memberId"
     where k."shopId" = $1 and k."memberId" = any($2::bigint[]) and k."movingId" = $3 and k."joinedTo" is not null
       and m."erasedAt" is null and m."mergedIntoId" is null
       and m."joinedAt" = (select min(x."joinedTo") from "MovedMember" x where x."shopId" = $1 and x."memberId" = m.id)`,
    [memberIds, movingId],
  );
}

/** `since` is SQL: by members' ids, the instants since which they belong. */
async function moveJoining(
  db: Queryable,
  shopId: number,
  since: string,
  values: readonly unknown[],
): Promise<void> {
  await db.query(
    `with wanted as (${since}), days as (
       select w.id, w.since, (m."joinedAt" at time zone s."timeZone")::date as was, (w.since at time zone s."timeZone")::date as day
       from wanted w join "Shop" s on s.id = $1 join "Member" m on m."shopId" = $1 and m.id = w.id where w.since <> m."joinedAt"
     ), moved as (
       update "Member" m set "joinedAt" = d.since, "joinedOn" = d.day, rev = m.rev + 1
       from days d where m."shopId" = $1 and m.id = d.id
     )
     insert into "DailyFigure" as f ("shopId", day, kind, amount)
     select $1::int, day, 'members-joined', sum(n)::bigint from (
       select was as day, -1 as n from days union all select day, 1 from days) as moves group by day having sum(n) <> 0 order by day
     on conflict ("shopId", day, kind) do update set amount = f.amount + excluded.amount`,
    [shopId, ...values],
  );
}

/** The file leaves them out since then; or would have, where another file does. */
export async function keepLeftOut(
  db: Queryable,
  shopId: number,
  movingId: string,
  memberIds: readonly string[],
): Promise<void> {
  await db.query(
    `insert into "MovedMember" as k ("shopId", "memberId", "movingId", "leftOutFrom")
     select $1, l."memberId", $2, l."from" from "LeftOut" l
     where l."shopId" = $1 and l."memberId" = any($3::bigint[]) and l.until is null
     on conflict ("shopId", "memberId", "movingId") do update set "leftOutFrom" = excluded."leftOutFrom"`,
    [shopId, movingId, memberIds],
  );
}

/** Of those members, who is left out by a file, and by nobody since. */
export async function leftOutByFiles(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
): Promise<{ memberId: string; movingId: string }[]> {
  const { rows } = await db.query<{ memberId: string; movingId: string }>(
    `select k."memberId"::text, k."movingId"::text from "MovedMember" k
       join "Member" m on m."shopId" = $1 and m.id = k."memberId" and m.blocked and m."mergedIntoId" is null and m."erasedAt" is null
       join "LeftOut" l on l."shopId" = $1 and l."memberId" = k."memberId" and l."from" = k."leftOutFrom" and l.until is null
     where k."shopId" = $1 and k."memberId" = any($2::bigint[]) order by 1, 2`,
    [shopId, memberIds],
  );
  return rows;
}

/** As if they had never been left out: what they ordered since is due once more. Returns whether anything is. */
export async function forgetLeftOut(
  db: Queryable,
  shopId: number,
  movingId: string,
  memberIds: readonly string[],
): Promise<boolean> {
  const { rowCount } = await db.query(
    `with gone as (
       delete from "LeftOut" l using "MovedMember" k where k."shopId" = $1 and k."movingId" = $2 and k."memberId" = l."memberId"
         and l."shopId" = $1 and l."memberId" = any($3::bigint[]) and l."from" = k."leftOutFrom" and l.until is null
       returning l."memberId", l."from"
     ), due as (
       select o."orderId" from "Order" o join gone g on g."memberId" = o."memberId" and g."from" <= o."placedAt"
       where o."shopId" = $1 and not o.closed and o."erasedAt" is null order by o."orderId" for update of o
     )
     update "Order" o set facts = null, revision = o.revision + 1 from due d where o."shopId" = $1 and o."orderId" = d."orderId"`,
    [shopId, movingId, memberIds],
  );
  return (rowCount ?? 0) > 0;
}

/** Of those members, whom a file set anything on. */
export async function setByFile(
  db: Queryable,
  shopId: number,
  movingId: string,
  memberIds: readonly string[],
): Promise<boolean> {
  const { rowCount } = await db.query(
    'select 1 from "MovedMember" where "shopId" = $1 and "memberId" = any($3::bigint[]) and "movingId" = $2 limit 1',
    [shopId, movingId, memberIds],
  );
  return (rowCount ?? 0) > 0;
}

export async function forgetMoved(
  db: Queryable,
  shopId: number,
  movingId: string,
  memberIds: readonly string[],
): Promise<void> {
  await db.query(
    'delete from "MovedMember" where "shopId" = $1 and "memberId" = any($3::bigint[]) and "movingId" = $2',
    [shopId, movingId, memberIds],
  );
}
