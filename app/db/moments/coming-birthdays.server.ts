// Members by the day of their birthday's gift, from the cursor on and no further than the page, by the indexes of dates and
// of the days on which they were told (migration 0005): a million members cost what a page costs.
import { MOST_COUNTED, type ComingDay } from '#app/core/moments/coming-gifts.ts';
import { page } from '#app/core/values/page.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

const MEMBERS_ON_A_PAGE = 25;

export type ComingBirthday = {
  id: string;
  customerId: string;
  month: number;
  day: number;
  year: number | null;
  /** The day of the gift, in the shop's calendar. */
  giftOn: string;
};

/** A place in the list: what comes after or before a member's gift. */
export type ComingCursor = { side: 'after' | 'before'; on: string; id: string } | null;

export type ComingPage = { members: ComingBirthday[]; hasPrevious: boolean; hasNext: boolean };

/** `opens` and `within` as month × 100 + day. */
const DAYS = `jsonb_to_recordset($2::jsonb) as d("on" date, opens int[], "toldBy" date, within int[])`;

/** A member who is left out gets nothing; a member without `birthdaySetOn` told no date. */
const TAKES_PART = `m."shopId" = $1 and not m.blocked`;

/** Ids of one day `d`: its window opens, or within the window the wait ends. */
function membersOfDay(narrowed: string): string {
  const opens = `select m.id from unnest(d.opens) as o(date) cross join lateral (
      select m.id from "Member" m where ${TAKES_PART} and m."birthMonth" = o.date / 100 and m."birthDay" = o.date % 100
        and m."birthdaySetOn" <= d."toldBy" ${narrowed}
    ) as m`;
  const waited = `select m.id from "Member" m where ${TAKES_PART} and m."birthdaySetOn" = d."toldBy"
      and m."birthMonth" * 100 + m."birthDay" = any(d.within) ${narrowed}`;
  return `(${opens}) union all (${waited})`;
}

function daysJson(days: readonly ComingDay[]): string {
  const number = ({ month, day }: { month: number; day: number }) => month * 100 + day;
  return JSON.stringify(
    days.map(({ on, opens, toldBy, within }) => {
      return { on, opens: opens.map(number), toldBy, within: within.map(number) };
    }),
  );
}

export async function comingBirthdays(
  db: Queryable,
  shopId: number,
  days: readonly ComingDay[],
  cursor: ComingCursor,
): Promise<ComingPage> {
  const back = cursor?.side === 'before';
  const [beyond, order] = back ? ['<', 'desc'] : ['>', 'asc'];
  const from = cursor === null ? '' : `and (d."on" <> $3::date or m.id ${beyond} $4::bigint)`;
  const limit = `limit ${MEMBERS_ON_A_PAGE + 1}`;
  const wanted = cursor === null ? days : days.filter(({ on }) => (back ? on <= cursor.on : on >= cursor.on));
  const { rows } = await db.query<ComingBirthday>(
    `select m.id::text, m."customerId"::text, m."birthMonth" as month, m."birthDay" as day, m."birthYear" as year,
       page."on"::text as "giftOn"
     from (
       select d."on", f.id from ${DAYS}
       cross join lateral (
         select id from (${membersOfDay(`${from} order by m.id ${order} ${limit}`)}) as u order by id ${order} ${limit}
       ) as f
       order by d."on" ${order}, f.id ${order} ${limit}
     ) as page join "Member" m on ${ofShop('m', '$1')} and m.id = page.id order by page."on", m.id`,
    cursor === null ? [shopId, daysJson(wanted)] : [shopId, daysJson(wanted), cursor.on, cursor.id],
  );
  const { shown: members, ...sides } = page(rows, MEMBERS_ON_A_PAGE, cursor && cursor.side);
  return { members, ...sides };
}

/** At most one more than `MOST_COUNTED`. */
export async function countComing(
  db: Queryable,
  shopId: number,
  days: readonly ComingDay[],
): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from (
       select 1 from ${DAYS} cross join lateral (${membersOfDay('')}) as f limit ${MOST_COUNTED + 1}
     ) as counted`,
    [shopId, daysJson(days)],
  );
  return rows[0]?.count ?? 0;
}
