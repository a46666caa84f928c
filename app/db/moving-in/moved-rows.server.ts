// The rows of a file: kept until they are members' own.
import type { BuyingLess, MovingPreview } from '#app/core/moving-in/moving-page.ts';
import type { MovedRow } from '#app/core/moving-in/moved-row.ts';
import type { ErasedPerson } from '#app/core/members/erased-person.ts';
import type { Queryable } from '../pool.server.ts';

/** The same rows again change nothing. */
export async function addMovedRows(
  db: Queryable,
  shopId: number,
  id: string,
  rows: readonly MovedRow[],
): Promise<void> {
  await db.query(
    `insert into "MovingInRow" ("shopId", "movingId", line, who, points, stamps, birthday, "leftOut", "joinedOn", problem)
     select $1, $2, line, nullif(who, ''), points, stamps, nullif(birthday, 'null'::jsonb), "leftOut", "joinedOn", problem
     from jsonb_to_recordset($3::jsonb) as r(line int, who text, points bigint, stamps jsonb, birthday jsonb, "leftOut" boolean,
       "joinedOn" date, problem text) on conflict do nothing`,
    [shopId, id, JSON.stringify(rows)],
  );
}

export async function countMovedRows(db: Queryable, shopId: number, id: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'select count(*)::int as count from "MovingInRow" where "shopId" = $1 and "movingId" = $2',
    [shopId, id],
  );
  return rows[0]?.count ?? 0;
}

/** Of one person in two rows neither is taken; nor is a row with stamps of a card that the program doesn't have. */
export async function markRows(
  db: Queryable,
  shopId: number,
  id: string,
  cardKeys: readonly string[],
): Promise<void> {
  // Once, as an array: of rows that were just written there are no statistics, and a join would look at each row for each.
  await db.query(
    `update "MovingInRow" r set problem = 'twice' where r."shopId" = $1 and r."movingId" = $2 and r.problem is null
     and r.line = any(array(select c.line from (
       select d.line, count(*) over (partition by d.who) as times from "MovingInRow" d
       where d."shopId" = $1 and d."movingId" = $2 and d.who is not null) c where c.times > 1))`,
    [shopId, id],
  );
  await db.query(
    `update "MovingInRow" r set problem = 'no-card' where r."shopId" = $1 and r."movingId" = $2 and r.problem is null
     and exists (select 1 from jsonb_object_keys(r.stamps) as k where k <> all($3::text[]))`,
    [shopId, id, cardKeys.map((key) => `stamps/${key}`)],
  );
}

export type FoundCustomer = { who: string; customerId: string };

export async function joinRows(
  db: Queryable,
  shopId: number,
  id: string,
  found: readonly FoundCustomer[],
): Promise<void> {
  await db.query(
    `update "MovingInRow" r set "customerId" = f.customer
     from unnest($3::text[], $4::bigint[]) as f(who, customer)
     where r."shopId" = $1 and r."movingId" = $2 and r.who = f.who and r.problem is null`,
    [shopId, id, found.map(({ who }) => who), found.map(({ customerId }) => customerId)],
  );
}

/** Whoever wasn't found is told by their row's number alone: hashes go. */
export async function endJoining(db: Queryable, shopId: number, id: string): Promise<void> {
  await db.query(
    `update "MovingInRow" set who = null, problem = case when "customerId" is null then coalesce(problem, 'not-found') else problem end
     where "shopId" = $1 and "movingId" = $2`,
    [shopId, id],
  );
  await db.query(
    `update "MovingInRow" r set problem = 'left' where r."shopId" = $1 and r."movingId" = $2 and r.problem is null
     and exists (select 1 from "Member" m where m."shopId" = $1 and m."customerId" = r."customerId" and m."leftAt" is not null)`,
    [shopId, id],
  );
}

export type RowToApply = Pick<MovedRow, 'line' | 'points' | 'stamps' | 'birthday' | 'leftOut'> & {
  customerId: string;
  joinedOn: string | null;
};

/** In the order in which members are locked: those that there are by their ids, then those to come. */
export async function linesToApply(db: Queryable, shopId: number, id: string): Promise<number[]> {
  const { rows } = await db.query<{ line: number }>(
    `select r.line from "MovingInRow" r left join "Member" m on m."shopId" = $1 and m."customerId" = r."customerId"
     where r."shopId" = $1 and r."movingId" = $2 and r.problem is null and r."customerId" is not null
     order by coalesce(m."mergedIntoId", m.id) nulls last, r.line`,
    [shopId, id],
  );
  return rows.map(({ line }) => line);
}

export async function rowsToApply(
  db: Queryable,
  shopId: number,
  id: string,
  lines: readonly number[],
): Promise<RowToApply[]> {
  const { rows } = await db.query<RowToApply>(
    `select r.line, r.points::float8 as points, r.stamps, r.birthday, r."leftOut",
       to_char(r."joinedOn", 'YYYY-MM-DD') as "joinedOn", r."customerId"::text from "MovingInRow" r
     where r."shopId" = $1 and r."movingId" = $2 and r.line = any($3::int[]) order by r.line`,
    [shopId, id, lines],
  );
  return rows;
}

/** What was brought in is the members' own; what wasn't stays to be told. */
export async function dropAppliedRows(db: Queryable, shopId: number, id: string): Promise<void> {
  await db.query('delete from "MovingInRow" where "shopId" = $1 and "movingId" = $2 and problem is null', [
    shopId,
    id,
  ]);
}

const SHOWN_PROBLEMS = 50;

/** Counts all rows: for a hundred thousand a quarter of a second. */
async function countPreview(db: Queryable, shopId: number, id: string): Promise<MovingPreview> {
  const { rows } = await db.query<MovingPreview>(
    `with file as (select theirs, ours, way from "MovingIn" where "shopId" = $1 and id = $2),
     r as (select * from "MovingInRow" where "shopId" = $1 and "movingId" = $2),
     ready as (
       select ceil(r.points::numeric * f.ours / f.theirs) as gets, r.points, r."leftOut", r.birthday, r."joinedOn", f.way,
         exists (select 1 from "Order" o where o."shopId" = $1 and o."memberId" = coalesce(m."mergedIntoId", m.id) and o."awardedOn" is not null) as awarded,
         coalesce(m.points, 0) as has
       from r cross join file f left join "Member" m on m."shopId" = $1 and m."customerId" = r."customerId"
       where r.problem is null and r."customerId" is not null
     )
     select (select count(*)::int from r) as rows, count(*)::int as ready,
       (select coalesce(json_object_agg(problem, n), '{}') from (
         select problem, count(*) as n from r where problem is not null group by 1) p) as problems,
       (select coalesce(json_agg(json_build_object('line', line, 'problem', problem) order by line), '[]') from (
         select line, problem from r where problem is not null order by line limit ${SHOWN_PROBLEMS}) l) as lines,
       coalesce(sum(points), 0)::float8 as theirs, coalesce(sum(gets), 0)::float8 as ours,
       (count(*) filter (where case when way = 'set' then gets < has else gets < 0 and has > 0 end))::int as less,
       (count(*) filter (where "leftOut"))::int as "leftOut", (count(*) filter (where birthday is not null))::int as birthdays,
       (count(*) filter (where "joinedOn" is not null))::int as joined, (count(*) filter (where awarded))::int as awarded
     from ready`,
    [shopId, id],
  );
  const [found] = rows;
  if (!found) throw new Error('a preview is one row');
  return found;
}

/** Counts, and keeps what it counted for the page. */
export async function keepPreview(
  db: Queryable,
  shopId: number,
  id: string,
  buysLess: BuyingLess | null = null,
): Promise<MovingPreview> {
  const preview = { ...(await countPreview(db, shopId, id)), buysLess };
  await db.query('update "MovingIn" set preview = $3 where "shopId" = $1 and id = $2', [
    shopId,
    id,
    JSON.stringify(preview),
  ]);
  return preview;
}

/** As it was counted last; null where nobody did since it changed. */
export async function previewOf(db: Queryable, shopId: number, id: string): Promise<MovingPreview | null> {
  const { rows } = await db.query<{ preview: MovingPreview | null }>(
    'select preview from "MovingIn" where "shopId" = $1 and id = $2',
    [shopId, id],
  );
  return rows[0]?.preview ?? null;
}

/** Beside what was counted: after an undo the first who keep something. */
export async function keepWhoKeeps(
  db: Queryable,
  shopId: number,
  id: string,
  keeps: readonly { memberId: string; points: number }[],
): Promise<void> {
  await db.query(
    `update "MovingIn" set preview = preview || jsonb_build_object('keeps', $3::jsonb) where "shopId" = $1 and id = $2`,
    [shopId, id, JSON.stringify(keeps)],
  );
}

export type RowProblem = { line: number; problem: string };

/** After a row of the file, in the order of these. */
export async function problemsAfter(
  db: Queryable,
  shopId: number,
  id: string,
  { after, limit }: { after: number; limit: number },
): Promise<RowProblem[]> {
  const { rows } = await db.query<RowProblem>(
    `select line, problem from "MovingInRow" where "shopId" = $1 and "movingId" = $2 and problem is not null and line > $3
     order by line limit $4`,
    [shopId, id, after, limit],
  );
  return rows;
}

/** Before the members' rows forget their customers. What a file would bring is counted anew. */
export async function forgetMovedRows(
  db: Queryable,
  { shopId, memberIds, customerId }: ErasedPerson,
): Promise<void> {
  await db.query('delete from "MovedMember" where "shopId" = $1 and "memberId" = any($2::bigint[])', [
    shopId,
    memberIds,
  ]);
  await db.query(
    `with gone as (
       delete from "MovingInRow" r where r."shopId" = $1 and (r."customerId" = $3::bigint or r."customerId" in (
         select m."customerId" from "Member" m where m."shopId" = $1 and m.id = any($2::bigint[]))) returning r."movingId"
     )
     update "MovingIn" f set preview = null from gone g where f."shopId" = $1 and f.id = g."movingId"`,
    [shopId, memberIds, customerId],
  );
}
