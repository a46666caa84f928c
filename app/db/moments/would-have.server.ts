// How often causes came about within days that are over: from members and their kept orders.
import { LONGEST_RHYTHM, silent } from '#app/core/moments/causes/silent.ts';
import { parcelLate } from '#app/core/moments/causes/parcel-late.ts';
import type { NumberedOrders, WouldHave } from '#app/core/moments/would-have.ts';
import type { Queryable } from '../pool.server.ts';

/** Both ends belong to it. */
export type Days = { from: string; to: string };

const { factor, leastDays, fallbackDays } = silent.fields;
const LATE = parcelLate.fields.days.first;

/** A date of the year within the days, by a member `m`'s month and day; the 29th of February is taken for the 28th. */
const within = (month: string, day: string) =>
  `(${month}, least(${day}, case when ${month} = 2 then 28 else 31 end)) in (select extract(month from d)::int, extract(day from d)::int
    from generate_series($2::date, $3::date, interval '1 day') as d)`;

const ASK = `greatest(${leastDays.first}, case when m."rhythmDays" is null then ${fallbackDays.first}
  else ${factor.first} * least(m."rhythmDays", ${LONGEST_RHYTHM}) end)`;

const OF_MEMBERS = `
  select (count(*) filter (where m."joinedOn" between $2 and $3))::int as joined,
    (count(*) filter (where m."birthMonth" is not null and ${within('m."birthMonth"', 'm."birthDay"')}))::int as birthdays,
    (count(*) filter (where m."joinedOn" < $2::date - 300
      and ${within('extract(month from m."joinedOn")::int', 'extract(day from m."joinedOn")::int')}))::int as anniversaries,
    case when count(m."newsletterOn") > 0 then (count(*) filter (where m."newsletterOn" between $2 and $3))::int end as newsletter,
    case when count(m."lastOn") > 0 then (count(*) filter (where m."lastOn" + ${ASK} between $2 and $3))::int end as silent
  from "Member" m where m."shopId" = $1 and m."mergedIntoId" is null and m."erasedAt" is null and m."leftAt" is null and not m.blocked`;

/** Parcels of which no carrier told a day are unknown. */
const OF_PARCELS = `
  select (select count(*)::int from "KeptOrder" k where k."shopId" = $1 and k."deliveredOn" between $2 and $3) as arrived,
    exists (select 1 from "KeptOrder" k where k."shopId" = $1 and k."deliveredOn" is not null) as "tellArrived",
    (select count(*)::int from "KeptOrder" k where k."shopId" = $1 and k."promisedOn" between $2::date - ${LATE} and $3::date - ${LATE}
      and (k."deliveredOn" is null or k."deliveredOn" > k."promisedOn" + ${LATE})) as late,
    exists (select 1 from "KeptOrder" k where k."shopId" = $1 and k."promisedOn" is not null) as "tellLate"`;

/** Members of the same numbers of orders are one row: the last kept one of the days has the number of all that are kept. */
const OF_ORDERS = `
  select m."keptOrders" - k.count + 1 as first, m."keptOrders" as last, count(*)::int as members
  from (select "memberId", count(*)::int as count from "KeptOrder" where "shopId" = $1 and day between $2 and $3 group by 1) as k
  join "Member" m on m."shopId" = $1 and m.id = k."memberId" group by 1, 2`;

type Members = Pick<WouldHave, 'joined' | 'birthdays' | 'anniversaries' | 'newsletter' | 'silent'>;
type Parcels = { arrived: number; late: number; tellArrived: boolean; tellLate: boolean };

export async function causesWithin(db: Queryable, shopId: number, { from, to }: Days): Promise<WouldHave> {
  const values = [shopId, from, to];
  const { rows: membersRows } = await db.query<Members>({ name: 'members-within', text: OF_MEMBERS, values });
  const { rows: parcelsRows } = await db.query<Parcels>({ name: 'parcels-within', text: OF_PARCELS, values });
  const { rows: orders } = await db.query<NumberedOrders>({ name: 'orders-within', text: OF_ORDERS, values });
  const [[members], [parcels]] = [membersRows, parcelsRows];
  if (!members || !parcels) throw new Error('counts bring a row each');
  return {
    ...members,
    orders: orders.length > 0 ? orders : null,
    arrived: parcels.tellArrived ? parcels.arrived : null,
    late: parcels.tellLate ? parcels.late : null,
  };
}
