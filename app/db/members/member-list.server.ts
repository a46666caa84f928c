// Pages of members, newest first. Each filter walks an index of its own (migration 0002), from the cursor on and no
// further than the page, so that a million members cost what twenty-five cost.
import type { MemberFilter } from '#app/core/members/member-filters.ts';
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
  joinedAt: Date;
  cards: MemberCardRow[];
};

/** A place in the list: the members after (older than) or before one. */
export type MemberCursor = { side: 'after' | 'before'; id: string } | null;

export type MemberPage = { members: ListedMember[]; hasPrevious: boolean; hasNext: boolean };

/** Merged and erased members are nobody whom a merchant could look for. */
const LISTED = '"mergedIntoId" is null and "erasedAt" is null';

function sourcesOf(filter: MemberFilter): string[] {
  const members = (where: string) => `select id from "Member" where "shopId" = $1 and ${where}`;
  const cards = (where: string) =>
    `select distinct "memberId" as id from "MemberCard" where "shopId" = $1 and ${where}`;
  switch (filter) {
    case 'all':
      return [members(LISTED)];
    case 'full':
      return [cards('stamps >= size')];
    case 'owing':
      return [members('points < 0'), cards('stamps + coming < 0')];
    case 'pending':
      return [members('"pendingPoints" <> 0'), cards('coming <> 0')];
    case 'blocked':
      return [members('blocked')];
  }
}

type Row = Omit<ListedMember, 'points' | 'pendingPoints'> & { points: string; pendingPoints: string };

const MEMBER = `m.id::text, m."customerId"::text, m.points::text, m."pendingPoints"::text, m.blocked, m."joinedAt",
  ${CARDS} as cards`;

const listed = (row: Row): ListedMember => ({
  ...row,
  points: Number(row.points),
  pendingPoints: Number(row.pendingPoints),
});

export async function memberPage(
  db: Queryable,
  shopId: number,
  filter: MemberFilter,
  cursor: MemberCursor,
): Promise<MemberPage> {
  const back = cursor?.side === 'before';
  const from = cursor === null ? '' : `and id ${back ? '>' : '<'} $2::bigint`;
  const order = `order by id ${back ? 'asc' : 'desc'} limit ${MEMBERS_ON_A_PAGE + 1}`;
  const exists =
    filter === 'all'
      ? ''
      : `where exists (select 1 from "Member" l where l."shopId" = $1 and l.id = s.id and ${LISTED} offset 0)`;
  const sources = sourcesOf(filter).map((source) => {
    return `(select id from (${source}) as s ${exists || 'where true'} ${from} ${order})`;
  });
  const { rows } = await db.query<Row>(
    `select ${MEMBER} from (select id from (${sources.join(' union ')}) as u ${order}) as page
     join "Member" m on ${ofShop('m', '$1')} and m.id = page.id order by m.id desc`,
    cursor === null ? [shopId] : [shopId, cursor.id],
  );
  const { shown, ...sides } = page(rows, MEMBERS_ON_A_PAGE, cursor && cursor.side);
  return { members: shown.map(listed), ...sides };
}

/**
 * Members by their customer's id, an order's id or an order's name as merchants read it ("#1001" or "1001").
 * @param customerIds whom Shopify found by the text, at most 50
 */
export async function findMembers(
  db: Queryable,
  shopId: number,
  text: string,
  customerIds: readonly string[] = [],
): Promise<ListedMember[]> {
  const digits = /^#?(\d{1,18})$/.exec(text)?.[1] ?? null;
  const { rows } = await db.query<Row>(
    `with found as (
       select "memberId" as id from "Order" where "shopId" = $1 and "orderId" = $2::bigint
       union
       (select "memberId" from "Order" o where "shopId" = $1 and ${orderName('o')} = any($3::text[]) limit 25)
       union
       select id from "Member" where "shopId" = $1 and "customerId" = any(array_append($4::bigint[], $2::bigint))
     )
     select ${MEMBER} from "Member" m
     where m."shopId" = $1 and m.id = any(array(select s.id from found f cross join lateral survivors_of($1, f.id) as s))
       and m."mergedIntoId" is null and m."erasedAt" is null
     order by m.id desc limit ${MOST_FOUND}`,
    [shopId, digits, [text, `#${text}`], customerIds],
  );
  return rows.map(listed);
}

/** Whether the shop has any member at all: a list without members says something else than a filter without any. */
export async function hasMembers(db: Queryable, shopId: number): Promise<boolean> {
  const { rows } = await db.query(`select 1 from "Member" where "shopId" = $1 and ${LISTED} limit 1`, [
    shopId,
  ]);
  return rows.length > 0;
}
