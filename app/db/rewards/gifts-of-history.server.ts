// Rewards that cost a member nothing, for the member's own history: no entry of the ledger tells of them.
import type { VoucherState } from '#app/core/rewards/voucher.ts';
import type { Localized } from '#app/core/values/languages.ts';
import { MOMENT_TITLE } from '../moments/moment-title.server.ts';
import { orderName } from '../orders/told-columns.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

export type GiftOfHistory = {
  at: Date;
  cause: string;
  /** Of the moment of the list that brought it. */
  momentTitle: Localized | null;
  title: Localized;
  state: VoucherState;
  /** What the customer was told with it. */
  note: string | null;
  /** Names of the orders that used it. */
  orders: string[];
};

/** Far more than anybody is given between two events. */
const MOST = 50;

/**
 * Of a member and whoever was merged into it, the newest first.
 * @param between from an instant on, and before another; null: without end
 */
export async function giftsOfHistory(
  db: Queryable,
  shopId: number,
  memberId: string,
  { from, before }: { from: Date | null; before: Date | null },
): Promise<GiftOfHistory[]> {
  const { rows } = await db.query<GiftOfHistory>({
    name: 'gifts-of-history',
    text: `select v."heldAt" as at, v.cause, v.gives->'title' as title, ${MOMENT_TITLE} as "momentTitle", v.state, g.note,
        array(select coalesce(nullif(${orderName('o')}, ''), u."orderId"::text) from "VoucherUse" u
          left join "Order" o on o."shopId" = u."shopId" and o."orderId" = u."orderId"
          where u."shopId" = $1 and u."voucherId" = v.id order by u."orderId") as orders
      from person_of($1, $2) as p cross join lateral (
        select * from "Voucher" v where ${ofShop('v', '$1')} and v."memberId" = p.id and v.price = 0 offset 0
      ) as v
      left join "Gift" g on ${ofShop('g', '$1')} and g."memberId" = v."memberId" and g.cause = v.cause
      where v."heldAt" >= coalesce($3, '-infinity'::timestamptz) and v."heldAt" < coalesce($4, 'infinity'::timestamptz)
      order by v."heldAt" desc, v.id desc limit ${MOST}`,
    values: [shopId, memberId, from, before],
  });
  return rows;
}

/** When an entry of theirs was written; null where they have none of that number. */
export async function whenWritten(
  db: Queryable,
  shopId: number,
  memberId: string,
  entryId: string,
): Promise<Date | null> {
  const { rows } = await db.query<{ at: Date }>({
    name: 'when-entry-written',
    text: `select e."recordedAt" as at from "LedgerEntry" e
      where ${ofShop('e', '$1')} and e.id = $3 and e."memberId" in (select p.id from person_of($1, $2) as p)`,
    values: [shopId, memberId, entryId],
  });
  return rows[0]?.at ?? null;
}
