// How many members a "who" is about in a shop that is too large to look at each: told from some of them, taken evenly from all.
import type { Who } from '#app/core/who/who.ts';
import type { Queryable } from '../pool.server.ts';
import { parameters, TAKES_PART } from './members-among.server.ts';
import { whoSql } from './who-sql.server.ts';

/** So many places along the members' ids, and so many neighbours at each: the same ones whenever it is asked. */
const SAMPLED = { places: 100, each: 25 } as const;

/** Steps of the golden section: they fall evenly, and into step with nothing in the data. In parts of a whole. */
const [GOLDEN, WHOLE] = [618_033_989, 1_000_000_000];

/** Every row of the shop's, by its index alone. */
export async function countRows(db: Queryable, shopId: number): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'select count(*)::int as count from "Member" where "shopId" = $1',
    [shopId],
  );
  return rows[0]?.count ?? 0;
}

/** Of how many rows that were looked at how many take part, and are meant, before tags. */
export async function sampleAmong(
  db: Queryable,
  shopId: number,
  who: Who,
  today: string,
): Promise<{ looked: number; members: number; among: number }> {
  const { values, param } = parameters(shopId, SAMPLED.places, SAMPLED.each);
  const { rows } = await db.query<{ looked: number; members: number; among: number }>(
    `with span as (
       select (select min(id) from "Member" where "shopId" = $1) as low, (select max(id) from "Member" where "shopId" = $1) as high
     ), picked as (
       select distinct near.id from span, generate_series(0, $2::int - 1) as place
       cross join lateral (
         select m.id from "Member" m where m."shopId" = $1
           and m.id >= span.low + ((span.high - span.low)::numeric * (place::bigint * ${GOLDEN} % ${WHOLE}) / ${WHOLE})::bigint
         order by m.id limit $3::int
       ) as near
     )
     select count(*)::int as looked, count(*) filter (where ${TAKES_PART})::int as members,
       count(*) filter (where ${TAKES_PART} and ${whoSql(who, param, today)})::int as among
     from picked join "Member" m on m."shopId" = $1 and m.id = picked.id`,
    values,
  );
  return rows[0] ?? { looked: 0, members: 0, among: 0 };
}
