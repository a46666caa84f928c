// The rewards of a person as the member's page lists them: what can still be used first, then the newest.
import type { VoucherFlag } from '#app/core/rewards/settle-voucher.ts';
import type { ReleaseReason, VoucherState } from '#app/core/rewards/voucher.ts';
import type { Localized } from '#app/core/values/languages.ts';
import { MOMENT_TITLE } from '../moments/moment-title.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';
import { ORDERS_OF_VOUCHER, type OrderOfReward } from './orders-of-voucher.server.ts';

/** More than a page shows are counted, and not listed. */
const SHOWN = 20;

export type MemberReward = {
  /** Null of a gift that waits for its code. */
  id: string | null;
  cause: string;
  /** Of the moment of the list that brought it. */
  momentTitle: Localized | null;
  title: Localized;
  state: VoucherState | 'waiting';
  releaseWhy: ReleaseReason | null;
  code: string | null;
  price: number;
  at: Date;
  /** Days; null while it waits. */
  from: string | null;
  until: string | null;
  /** Those that used it. */
  orders: OrderOfReward[];
  /** What the merchant should know of it. */
  flag: VoucherFlag | null;
  /** Of a hand that gave it, and of one that took it back. */
  reason: string | null;
  note: string | null;
  takenBackReason: string | null;
};

type Row = Omit<MemberReward, 'price'> & { price: string };

/** One that was taken back before it had a code ended as those do that had one. */
const STATE = `coalesce(v.state, case g.state when 'withdrawn' then 'released' else g.state end)`;

export type MemberRewards = {
  list: MemberReward[];
  /** Older ones that aren't listed. */
  more: number;
};

export async function memberRewards(db: Queryable, shopId: number, memberId: string): Promise<MemberRewards> {
  const { rows } = await db.query<Row & { all: number }>(
    `select v.id::text, g.cause, g.gives->'title' as title, ${MOMENT_TITLE} as "momentTitle", ${STATE} as state,
       coalesce(v."releaseWhy", case g.state when 'withdrawn' then 'withdrawn' end) as "releaseWhy", v.code, v.flag,
       coalesce(v.price, 0)::text as price, coalesce(v."heldAt", g."givenAt") as at,
       to_char(v."validFrom", 'YYYY-MM-DD') as from, to_char(v."validUntil", 'YYYY-MM-DD') as until, ${ORDERS_OF_VOUCHER} as orders,
       g.reason, g.note, coalesce(v."takenBackReason", g."takenBackReason") as "takenBackReason", (count(*) over ())::int as all
     from person_of($1, $2) as p
     cross join lateral (
       select * from "Gift" g where ${ofShop('g', '$1')} and g."memberId" = p.id
         and (g.state <> 'withdrawn' or g."takenBackBy" is not null) offset 0
     ) as g
     left join "Voucher" v on ${ofShop('v', '$1')} and v."memberId" = g."memberId" and v.cause = g.cause
     where v.id is not null or g.state in ('waiting', 'withdrawn')
     order by ${STATE} not in ('held', 'waiting'), coalesce(v."heldAt", g."givenAt") desc, g.cause
     limit ${SHOWN}`,
    [shopId, memberId],
  );
  const list = rows.map(({ all: _, ...row }) => ({ ...row, price: Number(row.price) }));
  return { list, more: (rows[0]?.all ?? 0) - list.length };
}
