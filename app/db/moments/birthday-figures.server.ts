// What the page of birthdays counts: dates that were told, gifts of a period, and how many of those an order followed.
import type { Queryable } from '../pool.server.ts';

/** An order that follows a gift within these days is counted with it. */
const FOLLOWED_WITHIN_DAYS = 30;

/** Members who have told a date, by the index of dates alone. */
export async function countTold(db: Queryable, shopId: number): Promise<number> {
  const { rows } = await db.query<{ count: number }>({
    name: 'count-told-birthdays',
    text: `select count(*)::int as count from "Member" where "shopId" = $1 and "birthMonth" is not null`,
    values: [shopId],
  });
  return rows[0]?.count ?? 0;
}

export type GiftFigures = { given: number; followed: number };

/** Whose the gift is by now: whoever had it may have been merged since, and the orders moved with them. */
const OWNERS = `
  with recursive owner as (
    select e.id as gift, e."occurredAt", m.id, m."mergedIntoId" as next
    from "LedgerEntry" e join "Member" m on m.id = e."memberId"
    where e."shopId" = $1 and e.kind = 'occasion' and e."occurredAt" >= $2 and e."occurredAt" < $3
    union all
    select o.gift, o."occurredAt", m.id, m."mergedIntoId" from owner o join "Member" m on m.id = o.next
  )`;

/**
 * Gifts from `from` on and before `to`, by when they came, and those whose member has an order that was placed within 30
 * days of the gift, was counted by the program, and is neither cancelled nor deleted.
 */
export async function readGiftFigures(
  db: Queryable,
  shopId: number,
  { from, to }: { from: Date; to: Date },
): Promise<GiftFigures> {
  const { rows } = await db.query<GiftFigures>({
    name: 'gift-figures',
    text: `${OWNERS}
      select count(*)::int as given, count(*) filter (where exists (
        select 1 from "Order" o where o."shopId" = $1 and o."memberId" = owner.id and o."programVersion" is not null
          and o."deletedAt" is null and o.snapshot->>'cancelledAt' is null
          and (o.snapshot->>'processedAt')::timestamptz >= owner."occurredAt"
          and (o.snapshot->>'processedAt')::timestamptz < owner."occurredAt" + make_interval(days => $4)
      ))::int as followed from owner where next is null`,
    values: [shopId, from, to, FOLLOWED_WITHIN_DAYS],
  });
  return rows[0] ?? { given: 0, followed: 0 };
}
