// The sweep mark: how far each shop's calendar has been swept.
import { dayIn } from '#app/core/values/days.ts';
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

/** Until the transaction ends nobody moves the mark, and no collection that was waited for is told to be read. */
export async function lockSweepMark(db: Queryable, shopId: number): Promise<void> {
  await db.query('select 1 from "Shop" where id = $1 for no key update', [shopId]);
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

/** Rules `v.rules` in which a moment runs; of another shape they have none. */
export const HAS_MOMENTS = `(jsonb_path_exists(v.rules, 'strict $.occasions[0]', silent => true)
    or jsonb_path_exists(v.rules, 'strict $.moments[0]', silent => true))`;

type ShopWithMoments = { id: number; timeZone: string; sweptThrough: string | null; looksAgain: boolean };

/**
 * Shops whose calendar has a new day, or that were asked to look again, as far as an occasion runs there and the program
 * isn't paused. Nothing that one
 * shop has stored (rules of another shape, a time zone that nobody knows) fails for all of them.
 */
export async function shopsToSweep(db: Queryable, now: Date): Promise<number[]> {
  const { rows } = await db.query<ShopWithMoments>(
    `select s.id, s."timeZone", s."sweptThrough"::text, exists (select 1 from "Member" m
         where m."shopId" = s.id and (m."lookFrom" is not null or m."lookAgain")) as "looksAgain" from "Shop" s
     join "ProgramVersion" v on v."shopId" = s.id and v.number = s."publishedVersion"
     where s."uninstalledAt" is null and ${HAS_MOMENTS} and v.rules->'paused' is null
     order by s.id`,
  );
  return rows.filter((shop) => shop.looksAgain || isNewDay(shop, now)).map(({ id }) => id);
}

/** In a time zone that nobody knows the job says what is wrong. */
function isNewDay({ timeZone, sweptThrough }: ShopWithMoments, now: Date): boolean {
  if (sweptThrough === null) return true;
  try {
    return sweptThrough < dayIn(timeZone, now);
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}
