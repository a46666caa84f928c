// Counts for the page of birthdays: dates that were told, gifts of a period, and how many of those an order followed.
import { MOMENTS } from '#app/core/moments/kinds/moment-kinds.ts';
import { cancelledAt, placedAt } from '../orders/told-columns.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

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

/**
 * Gifts, points and rewards alike, from `from` on and before `to`, by when they came, and those whose member has an order that
 * was placed within 30 days of the gift, was counted by the program, and is neither cancelled nor deleted. Whoever had a gift
 * may have been merged since: the orders moved with them.
 */
export async function readGiftFigures(
  db: Queryable,
  shopId: number,
  { from, to }: { from: Date; to: Date },
): Promise<GiftFigures> {
  const { rows } = await db.query<GiftFigures>({
    name: 'gift-figures',
    text: `select count(*)::int as given, count(*) filter (where exists (
        select 1 from "Order" o where ${ofShop('o', '$1')} and o."memberId" = owner.id and o."programVersion" is not null
          and coalesce(o."deletedAt", o."missingSince") is null and ${cancelledAt('o')} is null
          and ${placedAt('o')} >= e."occurredAt"
          and ${placedAt('o')} < e."occurredAt" + make_interval(days => $4)
      ))::int as followed
      from (
        select "memberId", "occurredAt" from "LedgerEntry"
        where "shopId" = $1 and kind = 'occasion' and "occurredAt" >= $2 and "occurredAt" < $3
        union all
        select "memberId", "heldAt" from "Voucher"
        where "shopId" = $1 and "heldAt" >= $2 and "heldAt" < $3 and price = 0
          and split_part(cause, '/', 1) = any($5)
      ) as e cross join lateral survivors_of($1, e."memberId") as owner
      where owner."mergedIntoId" is null`,
    values: [shopId, from, to, FOLLOWED_WITHIN_DAYS, MOMENTS],
  });
  return rows[0] ?? { given: 0, followed: 0 };
}
