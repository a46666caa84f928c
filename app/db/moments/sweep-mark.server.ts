// The sweep mark: how far each shop's calendar has been swept.
import type { Queryable } from '../pool.server.ts';

/** Every window that ended on `sweptThrough` or before has been looked at. Null for a shop that is gone. */
export async function sweepMark(
  db: Queryable,
  shopId: number,
): Promise<{ sweptThrough: string | null } | null> {
  const { rows } = await db.query<{ sweptThrough: string | null }>(
    'select "sweptThrough"::text from "Shop" where id = $1 and "uninstalledAt" is null',
    [shopId],
  );
  return rows[0] ?? null;
}

/** Not where another version was published meanwhile: its occasions haven't been looked at. */
export async function moveSweptThrough(
  db: Queryable,
  shopId: number,
  to: string,
  publishedVersion: number,
): Promise<void> {
  await db.query(
    `update "Shop" set "sweptThrough" = greatest("sweptThrough", $2::date) where id = $1 and "publishedVersion" = $3`,
    [shopId, to, publishedVersion],
  );
}

/**
 * Windows that are open on the day after `through` are looked at again. What an outage left stays to be done, unless
 * nothing ran before: then there was nothing to do.
 */
export async function sweepAgain(
  db: Queryable,
  shopId: number,
  { through, ranBefore }: { through: string; ranBefore: boolean },
): Promise<void> {
  await db.query(
    `update "Shop" set "sweptThrough" = case when $3 then least("sweptThrough", $2::date) else $2::date end
     where id = $1`,
    [shopId, through, ranBefore],
  );
}

/** Shops whose calendar has a new day, or that were asked to look again, as far as an occasion runs there. */
export async function shopsToSweep(db: Queryable, now: Date): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select s.id from "Shop" s
     join "ProgramVersion" v on v."shopId" = s.id and v.number = s."publishedVersion"
     where s."uninstalledAt" is null and jsonb_array_length(coalesce(v.rules->'occasions', '[]')) > 0
       and (s."sweptThrough" is null or s."sweptThrough" < ($1::timestamptz at time zone s."timeZone")::date
         or exists (select 1 from "Member" m where m."shopId" = s.id and (m."lookFrom" is not null or m."lookAgain")))
     order by s.id`,
    [now],
  );
  return rows.map(({ id }) => id);
}
