// Pages of members. Each order of the list walks an index of its own (migration 0019), from the cursor on and no further than
// the page, so that a million members cost what twenty-five cost; whom a filter names by an index of its own is looked up first.
import {
  MOST_COUNTED_MEMBERS,
  NEWEST_FIRST,
  type MemberFilter,
  type MemberSort,
} from '#app/core/members/member-filters.ts';
import { page } from '#app/core/values/page.ts';
import { orderName } from '../orders/told-columns.server.ts';
import type { Queryable } from '../pool.server.ts';
import { CARDS, type MemberCardRow } from './member-cards.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

const MEMBERS_ON_A_PAGE = 25;
/** A search has one page: whoever isn't on it is found by typing more. */
const MOST_FOUND = 50;

export type ListedMember = {
  id: string;
  customerId: string;
  /** Signed: below zero is owed. */
  points: number;
  pendingPoints: number;
  blocked: boolean;
  /** They left the program themselves. */
  left: boolean;
  joinedAt: Date;
  lastOrderAt: Date | null;
  /** That Shopify still has, cancelled ones too. */
  orders: number;
  cards: MemberCardRow[];
  /** What the list is sorted by, as a whole number: points, or milliseconds. */
  place: string;
};

/** A place in the list: the members after or before one, by what it is sorted by and the id. */
export type MemberCursor = { side: 'after' | 'before'; place: string; id: string } | null;

/** `since` is for the filter by free items. */
type Narrowing = { filter: MemberFilter; since?: Date | null };
export type WhichMembers = Narrowing & { sort?: MemberSort; cursor?: MemberCursor; size?: number };

export type MemberPage = { members: ListedMember[]; hasPrevious: boolean; hasNext: boolean };

/** Merged and erased members are nobody whom a merchant could look for. As the list's indexes have it. */
const LISTED = 'coalesce(m."mergedIntoId", 0) = 0 and m."erasedAt" is null';

/** What is sorted by, as its index has it; that as a whole number; and the way back from $2. */
type SortKey = { key: string; place: string; at: string };

const POINTS: SortKey = { key: 'm.points', place: 'm.points::text', at: '$2::bigint' };
const JOINED = instant('m."joinedAt"');
const ORDERED = instant(`coalesce(m."lastOrderAt", 'epoch'::timestamptz)`);

function instant(key: string): SortKey {
  const place = `round(extract(epoch from ${key}) * 1000)::bigint::text`;
  return { key, place, at: 'to_timestamp($2::bigint / 1000.0)' };
}

const SORTS: Record<MemberSort, SortKey> = {
  'joined desc': JOINED,
  'joined asc': JOINED,
  'ordered desc': ORDERED,
  'ordered asc': ORDERED,
  'points desc': POINTS,
  'points asc': POINTS,
};

/**
 * Who meets a filter: by a column of the member's, or by a list of ids, looked up once in whichever indexes know them. An array,
 * because a planner that doesn't know the tables yet would compare each member with each of a subquery's.
 */
function meets(filter: MemberFilter, since: string | null): string {
  const cards = (where: string) =>
    `select c."memberId" from "MemberCard" c where c."shopId" = $1 and ${where}`;
  const among = (...sources: string[]) => `m.id = any(array(${sources.join(' union ')}))`;
  const members = (where: string) => `select o.id from "Member" o where o."shopId" = $1 and ${where}`;
  switch (filter) {
    case 'all':
      return 'true';
    case 'full':
      return among(cards('c.stamps >= c.size'));
    case 'returned':
      return `exists (select 1 from two_orders_of($1, m.id) offset 1)`;
    case 'freed':
      return among(freedSince(since));
    case 'owing':
      return among(members('o.points < 0'), cards('c.stamps + c.coming < 0'));
    case 'pending':
      return among(members('o."pendingPoints" <> 0'), cards('c.coming <> 0'));
    case 'blocked':
      return 'm.blocked';
    case 'left':
      return 'm."leftAt" is not null';
    case 'birthday':
      return 'm."birthMonth" is not null';
  }
}

/** Members of free items that weren't taken back, with those to whom they led; `since` is a parameter, or null. */
const freedSince = (since: string | null) => `select s.id from (
    select e."memberId" as id, sum(e.freed) as freed from "LedgerEntry" e where e."shopId" = $1 and e.freed <> 0
      ${since === null ? '' : `and e."occurredAt" >= ${since}::timestamptz`} group by 1
  ) as g cross join lateral survivors_of($1, g.id) as s group by s.id having sum(g.freed) > 0`;

/** What a filter asks, and the values of its parameters, which come after `before` others. */
function narrowed({ filter, since = null }: Narrowing, before: number): { where: string; values: Date[] } {
  if (filter !== 'freed' || since === null) return { where: meets(filter, null), values: [] };
  return { where: meets(filter, `$${before + 1}`), values: [since] };
}

type Row = Omit<ListedMember, 'points' | 'pendingPoints'> & { points: string; pendingPoints: string };

const memberSortedBy = (sort: MemberSort): string => `m.id::text, m."customerId"::text, m.points::text,
  m."pendingPoints"::text, m.blocked, m."leftAt" is not null as left, m."joinedAt", m."lastOrderAt",
  (select count(*)::int from "Order" o where ${ofShop('o', 'm."shopId"')} and o."memberId" = m.id
    and o."deletedAt" is null and o."missingSince" is null) as orders,
  ${CARDS} as cards, ${SORTS[sort].place} as place`;

const wayOf = (sort: MemberSort) => (sort.endsWith('desc') ? 'desc' : 'asc');

const listed = (row: Row): ListedMember => ({
  ...row,
  points: Number(row.points),
  pendingPoints: Number(row.pendingPoints),
});

export async function memberPage(db: Queryable, shopId: number, which: WhichMembers): Promise<MemberPage> {
  const { sort = NEWEST_FIRST, cursor = null, size = MEMBERS_ON_A_PAGE } = which;
  const { key, at } = SORTS[sort];
  const shownWay = wayOf(sort);
  const grows = (shownWay === 'asc') !== (cursor?.side === 'before');
  const from = cursor === null ? '' : `and (${key}, m.id) ${grows ? '>' : '<'} (${at}, $3::bigint)`;
  const way = grows ? 'asc' : 'desc';
  const place = cursor === null ? [shopId] : [shopId, cursor.place, cursor.id];
  const { where, values } = narrowed(which, place.length);
  const { rows } = await db.query<Row>(
    `select ${memberSortedBy(sort)} from (
       select m.id from "Member" m where m."shopId" = $1 and ${LISTED} and ${where} ${from}
       order by ${key} ${way}, m.id ${way} limit ${size + 1}
     ) as page join "Member" m on ${ofShop('m', '$1')} and m.id = page.id
     order by ${key} ${shownWay}, m.id ${shownWay}`,
    [...place, ...values],
  );
  const { shown, ...sides } = page(rows, size, cursor && cursor.side);
  return { members: shown.map(listed), ...sides };
}

/** How many meet a filter; one more than `MOST_COUNTED_MEMBERS` stands for more. */
export async function countMembers(db: Queryable, shopId: number, which: Narrowing): Promise<number> {
  if (which.filter === 'returned') return countReturned(db, shopId);
  const { where, values } = narrowed(which, 1);
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from (
       select 1 from "Member" m where m."shopId" = $1 and ${LISTED} and ${where} limit ${MOST_COUNTED_MEMBERS + 1}
     ) as found`,
    [shopId, ...values],
  );
  return rows[0]?.count ?? 0;
}

/** From the roll-up, as the home page has it: to look at each member's orders would take as long as there are members. */
async function countReturned(db: Queryable, shopId: number): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select least(coalesce(sum(amount), 0), ${MOST_COUNTED_MEMBERS + 1})::int as count
     from "DailyFigure" where "shopId" = $1 and kind = 'members-returned'`,
    [shopId],
  );
  return rows[0]?.count ?? 0;
}

/** @param customerIds whom Shopify found by the text, at most 50 */
type Narrowed = Partial<Narrowing> & { customerIds?: readonly string[]; sort?: MemberSort };

/** Members by their customer's id, an order's id or an order's name as merchants read it ("#1001" or "1001"). */
export async function findMembers(
  db: Queryable,
  shopId: number,
  text: string,
  { customerIds = [], filter = 'all', since = null, sort = NEWEST_FIRST }: Narrowed = {},
): Promise<ListedMember[]> {
  const digits = /^#?(\d{1,18})$/.exec(text)?.[1] ?? null;
  const { where, values } = narrowed({ filter, since }, 4);
  const { rows } = await db.query<Row>(
    `with found as (
       select "memberId" as id from "Order" where "shopId" = $1 and "orderId" = $2::bigint
       union
       (select "memberId" from "Order" o where "shopId" = $1 and ${orderName('o')} = any($3::text[]) limit 25)
       union
       select id from "Member" where "shopId" = $1 and "customerId" = any(array_append($4::bigint[], $2::bigint))
     )
     select ${memberSortedBy(sort)} from "Member" m
     where m."shopId" = $1 and m.id = any(array(select s.id from found f cross join lateral survivors_of($1, f.id) as s))
       and ${LISTED} and ${where}
     order by ${SORTS[sort].key} ${wayOf(sort)}, m.id ${wayOf(sort)} limit ${MOST_FOUND}`,
    [shopId, digits, [text, `#${text}`], customerIds, ...values],
  );
  return rows.map(listed);
}

/** Whether the shop has any member at all: a list without members says something else than a filter without any. */
export async function hasMembers(db: Queryable, shopId: number): Promise<boolean> {
  const { rows } = await db.query(`select 1 from "Member" m where m."shopId" = $1 and ${LISTED} limit 1`, [
    shopId,
  ]);
  return rows.length > 0;
}
