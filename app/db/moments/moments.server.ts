// Members that a sweep reads and marks: found by their yearly dates, and those whom a change asks it to look at again.
// The mark is a day, `lookFrom`: the first on which something changed. Processes of the release before know only the flag
// `lookAgain`; it is written beside the day and read as "since yesterday" until no such process runs.
import type { MonthDay } from '#app/core/moments/calendar.ts';
import type { DayToLookAt } from '#app/core/moments/days-to-look-at.ts';
import type { MomentMember } from '#app/core/moments/due-gifts.ts';
import type { MomentFacts } from '#app/core/moments/kinds/moment-kind.ts';
import type { MomentKind } from '#app/core/moments/kinds/moment-kinds.ts';
import { giftsOf, IS_GIFT } from './gifts.server.ts';
import { MOMENT_FACTS, MOMENT_SQL } from './kinds/moment-kinds.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

/**
 * Ids above `after` of members with one of these days who were given nothing for it, in their order. Lateral, because the planner
 * would rather walk through all members in the order of their ids; each member's gifts apart, or it would compare all with all.
 */
export async function membersOnDays(
  db: Queryable,
  shopId: number,
  kind: MomentKind,
  days: readonly DayToLookAt[],
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const { rows } = await db.query<{ memberId: string }>({
    name: `members-on-days-${kind}`,
    text: `with found as materialized (
        select distinct m.id from unnest($2::int[], $3::int[], $4::text[]) as d(month, day, cause)
        cross join lateral (
          select m.id from "Member" m where m."shopId" = $1 and ${MOMENT_SQL[kind].onDay} and m.id > $5
            and not m.blocked and m."mergedIntoId" is null and m."erasedAt" is null offset 0
        ) as m
        where not exists (select 1 from "LedgerEntry" g where ${ofShop('g', '$1')} and g."memberId" = m.id and ${IS_GIFT}
          and g."sourceKey" = d.cause offset 0)
          and not exists (select 1 from "Gift" t where ${ofShop('t', '$1')} and t."memberId" = m.id and t.cause = d.cause offset 0)
      )
      select id::text as "memberId" from found order by id limit $6`,
    values: [
      shopId,
      days.map(({ month }) => month),
      days.map(({ day }) => day),
      days.map(({ cause }) => cause),
      after,
      limit,
    ],
  });
  return rows.map(({ memberId }) => memberId);
}

/** As the partial index of marked members has it. */
const MARKED = `("lookFrom" is not null or "lookAgain")`;

/** Ids above `after` of members whom a change asks to look at again, in their order. */
export async function membersToLookAtAgain(
  db: Queryable,
  shopId: number,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const { rows } = await db.query<{ memberId: string }>({
    name: 'members-to-look-at-again',
    text: `select id::text as "memberId" from "Member"
      where "shopId" = $1 and ${MARKED} and id > $2 order by "Member".id limit $3`,
    values: [shopId, after, limit],
  });
  return rows.map(({ memberId }) => memberId);
}

/** Something of these members changed at that instant. They must be locked. */
export async function markToLookFrom(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
  at: Date,
): Promise<void> {
  await db.query(
    `update "Member" m set "lookFrom" = least(m."lookFrom", ($3 at time zone s."timeZone")::date), "lookAgain" = true
     from "Shop" s where s.id = $1 and m."shopId" = $1 and m.id = any($2::bigint[])`,
    [shopId, memberIds, at],
  );
}

/**
 * Those of these members whose date is one of the days are looked at again from the day `from` on. They must be locked.
 * Returns how many there are.
 */
export async function askToLookAgain(
  db: Queryable,
  shopId: number,
  kind: MomentKind,
  days: readonly MonthDay[],
  memberIds: readonly string[],
  from: string,
): Promise<number> {
  const { rowCount } = await db.query(
    `update "Member" m set "lookFrom" = least(m."lookFrom", $5::date), "lookAgain" = true
     where m."shopId" = $1 and m.id = any($2::bigint[]) and exists (
       select 1 from unnest($3::int[], $4::int[]) as d(month, day) where ${MOMENT_SQL[kind].onDay})`,
    [shopId, memberIds, days.map(({ month }) => month), days.map(({ day }) => day), from],
  );
  return rowCount ?? 0;
}

/** The members must be locked, and have been looked at since. */
export async function haveLookedAt(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
): Promise<void> {
  await db.query({
    name: 'have-looked-at',
    text: `update "Member" set "lookFrom" = null, "lookAgain" = false
      where "shopId" = $1 and id = any($2::bigint[]) and ${MARKED}`,
    values: [shopId, memberIds],
  });
}

export type SweptMember = MomentMember & {
  id: string;
  customerId: string;
  /** Left out by hand, gone from the program, merged into another, or erased: due nothing. */
  out: boolean;
  /** Null while nothing asks to look again. */
  lookFrom: string | null;
};

type Row = Omit<SweptMember, keyof MomentFacts | 'given'> & { facts: MomentFacts };

/** Whoever bears the flag without a day got it from the release before: since yesterday, or since the last sweep. */
const LOOK_FROM = `case when m."lookAgain" then coalesce(m."lookFrom", least(s."sweptThrough", $3::date - 1))
  else m."lookFrom" end::text`;

/** Times left out that are over, in days of the shop. */
const LEFT_OUT = `(
  select json_agg(json_build_object('from', (l."from" at time zone s."timeZone")::date::text,
    'until', (l.until at time zone s."timeZone")::date::text))
  from "LeftOut" l where l."shopId" = m."shopId" and l."memberId" = m.id and l.until is not null
)`;

/** In the order of their ids. */
export async function sweptMembers(
  db: Queryable,
  shopId: number,
  memberIds: readonly string[],
  today: string,
): Promise<SweptMember[]> {
  const { rows } = await db.query<Row>({
    name: 'swept-members',
    text: `select m.id::text, m."customerId"::text, ${MOMENT_FACTS} as facts,
        m.blocked or m."leftAt" is not null or m."mergedIntoId" is not null or m."erasedAt" is not null as out, ${LOOK_FROM} as "lookFrom",
        coalesce(${LEFT_OUT}, '[]'::json) as "leftOut"
      from "Member" m join "Shop" s on s.id = m."shopId"
      where m."shopId" = $1 and m.id = any($2::bigint[]) order by m.id`,
    values: [shopId, memberIds, today],
  });
  const gifts = await giftsOf(db, shopId, memberIds);
  return rows.map(({ facts, ...row }) => ({ ...row, ...facts, given: gifts.get(row.id) ?? [] }));
}
