// The rewards behind the home page's figures, newest first: what is listed since a day is what is counted since that day.
import type { ReleaseReason, VoucherState } from '#app/core/rewards/voucher.ts';
import type { Localized } from '#app/core/values/languages.ts';
import { orderName } from '../orders/told-columns.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

/** `since`: the first day, or null for ever. `after`: the last row of the page before. */
type Wanted = { since: string | null; after: RecordCursor | null; limit: number };

/** An order or a voucher, and its day or instant. */
export type RecordCursor = { at: string; id: string };

type Of = { memberId: string; customerId: string };
export type RewardOnOrder = Of & { title: Localized };

export type RewardedOrder = {
  id: string;
  /** Empty once the customer was erased. */
  name: string;
  /** `YYYY-MM-DD` in the shop's time zone. */
  at: string;
  /** What its rewards took off in the shop's minor units; null where that isn't known of each. */
  offMinor: number | null;
  rewards: RewardOnOrder[];
  all: number;
};

const MEASURED = `u."shopId" = $1 and u.counts and u."placedOn" >= coalesce($2::date, '-infinity'::date)`;

/** A use that isn't measured has the day on which it was seen, as in `reward-days.server.ts`. */
export async function rewardedOrders(
  db: Queryable,
  shopId: number,
  { since, after, limit }: Wanted,
): Promise<RewardedOrder[]> {
  const { rows } = await db.query<RewardedOrder>(
    `with measured as (
       select u."placedOn" as day, u."orderId" from "VoucherUse" u where ${MEASURED}
         and ($3::date is null or (u."placedOn", u."orderId") < ($3::date, $4::bigint))
       group by 1, 2 order by 1 desc, 2 desc limit $5
     ), unmeasured as (
       select distinct (u."seenAt" at time zone s."timeZone")::date as day, u."orderId"
       from "VoucherUse" u join "Shop" s on s.id = u."shopId"
       where u."shopId" = $1 and u.counts and u."offMinor" is null and u."placedOn" is null
     ), page as (
       select * from measured
       union
       select * from unmeasured where ($2::date is null or day >= $2::date)
         and ($3::date is null or (day, "orderId") < ($3::date, $4::bigint))
       order by 1 desc, 2 desc limit $5
     )
     select p."orderId"::text as id, coalesce(${orderName('o')}, '') as name, to_char(p.day, 'YYYY-MM-DD') as at,
       uses.off::float8 as "offMinor", uses.rewards,
       ((select count(distinct u."orderId") from "VoucherUse" u where ${MEASURED})
         + (select count(*) from unmeasured where $2::date is null or day >= $2::date))::int as all
     from page p left join "Order" o on o."shopId" = $1 and o."orderId" = p."orderId"
     cross join lateral (
       select case when count(*) = count(u."offMinor") then sum(u."offMinor") end as off,
         json_agg(json_build_object('title', v.gives->'title', 'memberId', m.id::text, 'customerId', m."customerId"::text)
           order by v.id) as rewards
       from "VoucherUse" u join "Voucher" v on ${ofShop('v', '$1')} and v.id = u."voucherId"
       join "Member" m on m."shopId" = $1 and m.id = v."memberId"
       where u."shopId" = $1 and u."orderId" = p."orderId" and u.counts
     ) as uses
     order by p.day desc, p."orderId" desc`,
    [shopId, since, after?.at ?? null, after?.id ?? null, limit],
  );
  return rows;
}

export type GivenReward = Of & {
  id: string;
  title: Localized;
  price: number;
  state: VoucherState;
  releaseWhy: ReleaseReason | null;
  /** When it was given, or when it ended. */
  at: Date;
  all: number;
};

const MOMENT = { given: 'v."heldAt"', lapsed: 'v."releasingSince"' } as const;
const ENDED = `and v."releaseWhy" = 'lapsed' and v.state <> 'used'`;

export async function givenRewards(
  db: Queryable,
  shopId: number,
  view: keyof typeof MOMENT,
  { since, after, limit }: Wanted,
): Promise<GivenReward[]> {
  const at = MOMENT[view];
  const ofView = `"Voucher" v join "Shop" s on s.id = v."shopId" where v."shopId" = $1 ${view === 'lapsed' ? ENDED : ''}
    and ($2::date is null or ${at} >= $2::date::timestamp at time zone s."timeZone")`;
  const { rows } = await db.query<GivenReward>(
    `with page as (
       select v.*, ${at} as moment, (select count(*)::int from ${ofView}) as all from ${ofView}
         and ($3::timestamptz is null or (${at}, v.id) < ($3::timestamptz, $4::bigint))
       order by ${at} desc, v.id desc limit $5
     )
     select p.id::text, p.gives->'title' as title, m.id::text as "memberId", m."customerId"::text as "customerId",
       case p.unit when 'points' then p.price else 0 end::float8 as price, p.state, p."releaseWhy", p.moment as at, p.all
     from page p join "Member" m on m."shopId" = $1 and m.id = p."memberId" order by p.moment desc, p.id desc`,
    [shopId, since, after?.at ?? null, after?.id ?? null, limit],
  );
  return rows;
}
