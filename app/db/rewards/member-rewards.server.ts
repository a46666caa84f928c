// The rewards of a person as the member's page lists them: what can still be used first, then the newest.
import type { ReleaseReason, VoucherState } from '#app/core/rewards/voucher.ts';
import type { Localized } from '#app/core/values/languages.ts';
import { orderName } from '../orders/told-columns.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

/** More than a page shows are counted, and not listed. */
const SHOWN = 20;

export type MemberReward = {
  /** Null of a gift that waits for its code. */
  id: string | null;
  cause: string;
  title: Localized;
  state: VoucherState | 'waiting';
  releaseWhy: ReleaseReason | null;
  code: string | null;
  price: number;
  at: Date;
  /** Days; null while it waits. */
  from: string | null;
  until: string | null;
  /** Names of the orders that used it. */
  orders: string[];
  /** Of a hand that gave it, and of one that took it back. */
  reason: string | null;
  note: string | null;
  takenBackReason: string | null;
};

type Row = Omit<MemberReward, 'price'> & { price: string };

const ORDERS = `array(select coalesce(nullif(${orderName('o')}, ''), u."orderId"::text) from "VoucherUse" u
    left join "Order" o on o."shopId" = u."shopId" and o."orderId" = u."orderId"
    where u."shopId" = $1 and u."voucherId" = v.id order by u."orderId")`;

export type MemberRewards = {
  list: MemberReward[];
  /** Older ones that aren't listed. */
  more: number;
};

export async function memberRewards(db: Queryable, shopId: number, memberId: string): Promise<MemberRewards> {
  const { rows } = await db.query<Row & { all: number }>(
    `select v.id::text, g.cause, g.gives->'title' as title, coalesce(v.state, g.state) as state, v."releaseWhy", v.code,
       coalesce(v.price, 0)::text as price, coalesce(v."heldAt", g."givenAt") as at,
       to_char(v."validFrom", 'YYYY-MM-DD') as from, to_char(v."validUntil", 'YYYY-MM-DD') as until, ${ORDERS} as orders,
       g.reason, g.note, v."takenBackReason", (count(*) over ())::int as all
     from person_of($1, $2) as p
     cross join lateral (
       select * from "Gift" g where ${ofShop('g', '$1')} and g."memberId" = p.id and g.state <> 'withdrawn' offset 0
     ) as g
     left join "Voucher" v on ${ofShop('v', '$1')} and v."memberId" = g."memberId" and v.cause = g.cause
     where v.id is not null or g.state = 'waiting'
     order by coalesce(v.state, g.state) not in ('held', 'waiting'), coalesce(v."heldAt", g."givenAt") desc, g.cause
     limit ${SHOWN}`,
    [shopId, memberId],
  );
  const list = rows.map(({ all: _, ...row }) => ({ ...row, price: Number(row.price) }));
  return { list, more: (rows[0]?.all ?? 0) - list.length };
}
