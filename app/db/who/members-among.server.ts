// Which members a "who" is about, as far as the database knows: tags are asked for afterwards.
import type { Who } from '#app/core/who/who.ts';
import type { Queryable } from '../pool.server.ts';
import { whoSql, whoSqlOn, type Param } from './who-sql.server.ts';

/** Values of a statement, in the order in which they are named. */
export function parameters(...first: unknown[]): { values: unknown[]; param: Param } {
  const values = [...first];
  return { values, param: (value) => `$${values.push(value)}` };
}

/** Takes part: neither left out by hand, nor gone. */
export const TAKES_PART = `not m.blocked and m."leftAt" is null and m."mergedIntoId" is null and m."erasedAt" is null`;

/** Of these members those who are meant. @param today in the shop's calendar */
export async function membersAmong(
  db: Queryable,
  shopId: number,
  who: Who,
  memberIds: readonly string[],
  today: string,
): Promise<Set<string>> {
  if (who.conditions.length === 0 || memberIds.length === 0) return new Set(memberIds);
  const { values, param } = parameters(shopId, memberIds);
  const { rows } = await db.query<{ id: string }>(
    `select m.id::text from "Member" m where m."shopId" = $1 and m.id = any($2::bigint[]) and ${whoSql(who, param, today)}`,
    values,
  );
  return new Set(rows.map(({ id }) => id));
}

export type MemberOnDay = { memberId: string; day: string };

/** Of these members those who are meant, each as of a day of their own. Lateral: a join would read the whole shop. @param asked days in the shop's calendar */
export async function membersAmongOn(
  db: Queryable,
  shopId: number,
  who: Who,
  asked: readonly MemberOnDay[],
): Promise<readonly MemberOnDay[]> {
  if (who.conditions.length === 0 || asked.length === 0) return asked;
  const ids = asked.map(({ memberId }) => memberId);
  const { values, param } = parameters(
    shopId,
    ids,
    asked.map(({ day }) => day),
  );
  const { rows } = await db.query<MemberOnDay>(
    `select m.id::text as "memberId", a.day::text from unnest($2::bigint[], $3::date[]) as a(id, day)
     cross join lateral (select m.* from "Member" m where m."shopId" = $1 and m.id = a.id offset 0) as m where ${whoSqlOn(who, param, () => 'a.day')}`,
    values,
  );
  return rows;
}

/** How many take part and are meant, before tags, and how many take part in all. */
export async function countAmong(
  db: Queryable,
  shopId: number,
  who: Who,
  today: string,
): Promise<{ among: number; members: number }> {
  const { values, param } = parameters(shopId);
  const { rows } = await db.query<{ among: number; members: number }>(
    `select count(*) filter (where ${whoSql(who, param, today)})::int as among, count(*)::int as members
     from "Member" m where m."shopId" = $1 and ${TAKES_PART}`,
    values,
  );
  return rows[0] ?? { among: 0, members: 0 };
}

/** Ids above `after` of those who take part and are meant, in their order. */
export async function pageAmong(
  db: Queryable,
  shopId: number,
  who: Who,
  { today, after, limit }: { today: string; after: string; limit: number },
): Promise<string[]> {
  const { values, param } = parameters(shopId, after, limit);
  const { rows } = await db.query<{ id: string }>(
    `select m.id::text from "Member" m where m."shopId" = $1 and m.id > $2::bigint and ${TAKES_PART}
       and ${whoSql(who, param, today)} order by m.id limit $3`,
    values,
  );
  return rows.map(({ id }) => id);
}
