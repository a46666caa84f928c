// All that one member's page shows.
import { CARDS, type MemberCardRow } from './member-cards.server.ts';
import type { OrderFacts } from '#app/core/snapshots/order-facts.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import type { Localized } from '#app/core/values/languages.ts';
import { page } from '#app/core/values/page.ts';
import { orderName, placedAt } from '../orders/told-columns.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

const EVENTS_ON_A_PAGE = 20;
const ORDERS_SHOWN = 10;

export type MemberDetail = {
  id: string;
  customerId: string;
  points: number;
  pendingPoints: number;
  blocked: boolean;
  /** When they left the program themselves; null while they take part. */
  leftAt: Date | null;
  joinedAt: Date;
  mergedIntoId: string | null;
  erasedAt: Date | null;
  cards: MemberCardRow[];
};

type Row = Omit<MemberDetail, 'points' | 'pendingPoints'> & { points: string; pendingPoints: string };

/** Null when the shop has no such member. */
export async function memberDetail(db: Queryable, shopId: number, id: string): Promise<MemberDetail | null> {
  const { rows } = await db.query<Row>(
    `select m.id::text, m."customerId"::text, m.points::text, m."pendingPoints"::text, m.blocked, m."leftAt", m."joinedAt",
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
  /** Entries of one event have one number, the highest of their ids. */
  event: string;
  unit: string;
  /** A newer version of the app may have written kinds that this one doesn't know. */
  kind: string;
  amount: number;
  /** The member's, as the entry was written: whoever was merged into the member had one of their own. */
  balanceAfter: number;
  /** The person's after the event, of the entry's unit and of points: what the whole history adds up to until then. */
  balance: number;
  points: number;
  orderId: string | null;
  explanation: unknown;
  occurredAt: Date;
  recordedAt: Date;
  /** An adjustment's reason and its sentence to the customer as the merchant wrote them, and Shopify's id of who that was. */
  reason: string | null;
  note: string | null;
  madeBy: string | null;
};

type Amounts = 'amount' | 'balanceAfter' | 'balance' | 'points';
type EntryRow = Omit<MemberEntry, Amounts> & Record<Amounts, string>;

/** What an order or a reward moved at one time is one event, and so is what a merge moved; anything else is one of its own. */
const CAUSE = `case when l.kind in ('order', 'free-unit') then concat_ws('/', 'order', l."orderId", l."recordedAt")
  when l.kind in ('redeem', 'back') then concat_ws('/', 'voucher', l."voucherId", l."recordedAt")
  when l.kind = 'merge' then 'merge/' || split_part(l."sourceKey", '/', 2) else l.id::text end`;

/**
 * Events newest first, from `before` on; with the history of those who were merged into the member. Balances are summed over
 * the whole history, so that they are right on every page.
 */
export async function memberEntries(
  db: Queryable,
  shopId: number,
  memberId: string,
  before: string | null,
): Promise<{ entries: MemberEntry[]; hasMore: boolean }> {
  const { rows } = await db.query<EntryRow>(
    `with own as (
       select e.id, e.unit, e.amount, max(e.id) over (partition by e.cause) as event
       from person_of($1, $2) as p cross join lateral (
         select l.id, l.unit, l.amount, ${CAUSE} as cause
         from "LedgerEntry" l where ${ofShop('l', '$1')} and l."memberId" = p.id offset 0
       ) as e
     ), summed as (
       select id, event, sum(amount) over (partition by unit order by event) as balance,
         coalesce(sum(amount) filter (where unit = 'points') over (order by event), 0) as points
       from own
     ), placed as (
       select *, dense_rank() over (order by event desc) as place from summed where $3::bigint is null or event < $3
     )
     select e.id::text, placed.event::text, e.unit, e.kind, e.amount::text, e."balanceAfter"::text, balance::text, points::text,
       e."orderId"::text, e.explanation, e."occurredAt", e."recordedAt", a.reason, a.note, a."madeBy"
     from placed cross join lateral (
       select * from "LedgerEntry" l where ${ofShop('l', '$1')} and l.id = placed.id offset 0
     ) as e
     left join "Adjustment" a on e.kind = 'adjustment' and a."shopId" = $1 and a."memberId" = e."memberId"
       and 'adjustment/' || a."requestKey" = e."sourceKey"
     where place <= ${EVENTS_ON_A_PAGE + 1} order by placed.event desc, e.id`,
    [shopId, memberId, before],
  );
  const events = [...new Set(rows.map(({ event }) => event))];
  const { shown, hasNext } = page(events, EVENTS_ON_A_PAGE, before === null ? null : 'after');
  const entries = rows
    .filter(({ event }) => shown.includes(event))
    .map((row) => ({
      ...row,
      amount: Number(row.amount),
      balanceAfter: Number(row.balanceAfter),
      balance: Number(row.balance),
      points: Number(row.points),
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
  /** Titles of the rewards whose codes it named, also where somebody took one off. */
  rewards: Localized[];
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
         and f."decidedAt" is null) as flagged,
       coalesce((select json_agg(v.gives->'title' order by v.id) from "VoucherUse" u
         join "Voucher" v on ${ofShop('v', '$1')} and v.id = u."voucherId"
         where u."shopId" = $1 and u."orderId" = o."orderId"), '[]') as rewards
     from "Order" o where ${ofShop('o', '$1')} and o."memberId" = $2 order by o."orderId" desc limit ${ORDERS_SHOWN}`,
    [shopId, memberId],
  );
  return rows.map((row) => ({ ...row, points: Number(row.points), pending: Number(row.pending) }));
}

/** More are nobody's to add up for a page. */
const ORDERS_ADDED_UP = 300;

export type OrderToAddUp = { snapshot: OrderSnapshot; facts: OrderFacts | null };

/** The person's orders since the program began, to be added up; null where they are too many for that. */
export async function ordersToAddUp(
  db: Queryable,
  shopId: number,
  memberId: string,
): Promise<OrderToAddUp[] | null> {
  const { rows } = await db.query<OrderToAddUp>(
    `select o.snapshot, o.facts from person_of($1, $2) as p cross join lateral (
       select snapshot, facts from "Order" o where ${ofShop('o', '$1')} and o."memberId" = p.id
         and o.snapshot is not null and o."programVersion" is not null and o."deletedAt" is null and o."missingSince" is null
       limit ${ORDERS_ADDED_UP + 1}
     ) as o limit ${ORDERS_ADDED_UP + 1}`,
    [shopId, memberId],
  );
  return rows.length > ORDERS_ADDED_UP ? null : rows;
}
