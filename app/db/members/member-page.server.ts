// All that one member's page shows.
import { CARDS, type MemberCardRow } from './member-cards.server.ts';
import { page } from '#app/core/values/page.ts';
import { orderName, placedAt } from '../orders/told-columns.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

const ENTRIES_ON_A_PAGE = 20;
const ORDERS_SHOWN = 10;

export type MemberDetail = {
  id: string;
  customerId: string;
  points: number;
  pendingPoints: number;
  blocked: boolean;
  joinedAt: Date;
  mergedIntoId: string | null;
  erasedAt: Date | null;
  cards: MemberCardRow[];
};

type Row = Omit<MemberDetail, 'points' | 'pendingPoints'> & { points: string; pendingPoints: string };

/** Null when the shop has no such member. */
export async function memberDetail(db: Queryable, shopId: number, id: string): Promise<MemberDetail | null> {
  const { rows } = await db.query<Row>(
    `select m.id::text, m."customerId"::text, m.points::text, m."pendingPoints"::text, m.blocked, m."joinedAt",
       m."mergedIntoId"::text, m."erasedAt",
       ${CARDS} as cards
     from "Member" m where m."shopId" = $1 and m.id = $2`,
    [shopId, id],
  );
  const row = rows[0];
  return row ? { ...row, points: Number(row.points), pendingPoints: Number(row.pendingPoints) } : null;
}

export type MemberEntry = {
  id: string;
  unit: string;
  /** A newer version of the app may have written kinds that this one doesn't know. */
  kind: string;
  amount: number;
  balanceAfter: number;
  orderId: string | null;
  explanation: unknown;
  occurredAt: Date;
  /** An adjustment's reason as the merchant wrote it, and Shopify's id of who that was. */
  reason: string | null;
  madeBy: string | null;
};

type EntryRow = Omit<MemberEntry, 'amount' | 'balanceAfter'> & { amount: string; balanceAfter: string };

/** Newest first, from `before` on; with the history of those who were merged into the member. */
export async function memberEntries(
  db: Queryable,
  shopId: number,
  memberId: string,
  before: string | null,
): Promise<{ entries: MemberEntry[]; hasMore: boolean }> {
  const { rows } = await db.query<EntryRow>(
    `select e.id::text, e.unit, e.kind, e.amount::text, e."balanceAfter"::text, e."orderId"::text, e.explanation,
       e."occurredAt", a.reason, a."madeBy"
     from person_of($1, $2) as p cross join lateral (
       select * from "LedgerEntry" l where ${ofShop('l', '$1')} and l."memberId" = p.id and ($3::bigint is null or l.id < $3)
       order by l.seq desc limit ${ENTRIES_ON_A_PAGE + 1}
     ) as e
     left join "Adjustment" a on e.kind = 'adjustment' and a."shopId" = $1 and a."memberId" = e."memberId"
       and 'adjustment/' || a."requestKey" = e."sourceKey"
     order by e.id desc limit ${ENTRIES_ON_A_PAGE + 1}`,
    [shopId, memberId, before],
  );
  const { shown, hasNext } = page(rows, ENTRIES_ON_A_PAGE, before === null ? null : 'after');
  const entries = shown.map((row) => ({
    ...row,
    amount: Number(row.amount),
    balanceAfter: Number(row.balanceAfter),
  }));
  return { entries, hasMore: hasNext };
}

export type MemberOrder = {
  orderId: string;
  name: string;
  placedAt: Date | null;
  /** Points that the order has posted by now. */
  points: number;
  pending: number;
  /** A discount on it waits for the merchant's decision. */
  flagged: boolean;
};

type MemberOrderRow = Omit<MemberOrder, 'points' | 'pending'> & { points: string; pending: string };

/** The latest orders. */
export async function memberOrders(db: Queryable, shopId: number, memberId: string): Promise<MemberOrder[]> {
  const { rows } = await db.query<MemberOrderRow>(
    `select o."orderId"::text, coalesce(${orderName('o')}, '') as name, ${placedAt('o')} as "placedAt",
       coalesce((select sum(e.amount) from "LedgerEntry" e where e."shopId" = $1 and e."orderId" = o."orderId"
         and e.unit = 'points' and e.kind = 'order'), 0)::text as points,
       coalesce(o.pending->>'points', '0') as pending,
       exists (select 1 from "OrderFlag" f where f."shopId" = $1 and f."orderId" = o."orderId"
         and f."decidedAt" is null) as flagged
     from "Order" o where ${ofShop('o', '$1')} and o."memberId" = $2 order by o."orderId" desc limit ${ORDERS_SHOWN}`,
    [shopId, memberId],
  );
  return rows.map((row) => ({ ...row, points: Number(row.points), pending: Number(row.pending) }));
}
