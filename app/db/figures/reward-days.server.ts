// What rewards did, day by day: orders that used some and what these took off, by the day of the order; what was given out, and
// what ended unused. Read from the rows themselves, each by an index that begins with the shop and the time.
import type { Queryable } from '../pool.server.ts';

/** `YYYY-MM-DD` in the shop's time zone. */
export type RewardDay = {
  day: string;
  rewardedOrders: number;
  /** Rewards on them: an order may have several, and one may be on several orders of a day. */
  rewardsUsed: number;
  /** In the shop's minor units. */
  rewardMinor: number;
  /** Rewards on those orders of which isn't known what they took off. */
  rewardsUnmeasured: number;
  rewardsGiven: number;
  rewardsLapsed: number;
  /** Of the rewards that orders used, codes of full cards, and what these took off. */
  cardCodes: number;
  cardCodesMinor: number;
};

/** A use that isn't measured yet has the day on which it was seen. $1 shop, $2 first day, $3 last, $4 time zone. */
const DAYS = `
  select to_char(day, 'YYYY-MM-DD') as day, sum(orders)::float8 as "rewardedOrders", sum(used)::float8 as "rewardsUsed",
    sum(minor)::float8 as "rewardMinor", sum(unmeasured)::float8 as "rewardsUnmeasured",
    sum(given)::float8 as "rewardsGiven", sum(lapsed)::float8 as "rewardsLapsed",
    sum(of_cards)::float8 as "cardCodes", sum(cards_minor)::float8 as "cardCodesMinor"
  from (
    select u."placedOn" as day, count(distinct u."orderId") as orders, count(distinct u."voucherId") as used,
      coalesce(sum(u."offMinor"), 0) as minor, 0 as unmeasured, 0 as given, 0 as lapsed,
      0 as of_cards, 0 as cards_minor
    from "VoucherUse" u where u."shopId" = $1 and u.counts and u."placedOn" between $2::date and $3::date group by 1
    union all
    select (u."seenAt" at time zone $4)::date, count(distinct u."orderId"), count(distinct u."voucherId"), 0, count(*), 0, 0, 0, 0
    from "VoucherUse" u where u."shopId" = $1 and u.counts and u."offMinor" is null and u."placedOn" is null group by 1
    union all
    select (v."heldAt" at time zone $4)::date, 0, 0, 0, 0, count(*), 0, 0, 0
    from "Voucher" v where v."shopId" = $1 and v."heldAt" >= $2::date::timestamp at time zone $4 group by 1
    union all
    select (v."releasingSince" at time zone $4)::date, 0, 0, 0, 0, 0, count(*), 0, 0
    from "Voucher" v where v."shopId" = $1 and v."releaseWhy" = 'lapsed' and v.state <> 'used'
      and v."releasingSince" >= $2::date::timestamp at time zone $4 group by 1
    union all
    select u."placedOn", 0, 0, 0, 0, 0, 0, count(distinct u."voucherId"), coalesce(sum(u."offMinor"), 0)
    from "CardWay" w
    join "Voucher" v on v."shopId" = $1 and v."rewardKey" = 'card.' || w."cardKey" and v.state = 'used'
    join "VoucherUse" u on u."shopId" + 0 = $1 and u."voucherId" = v.id and u.counts
    where w."shopId" = $1 and u."placedOn" between $2::date and $3::date group by 1
  ) as d where day between $2::date and $3::date group by 1`;

/** Days on which nothing happened are left out. */
export async function rewardDays(
  db: Queryable,
  shop: { id: number; timeZone: string },
  { from, to }: { from: string; to: string },
): Promise<RewardDay[]> {
  const { rows } = await db.query<RewardDay>({
    name: 'reward-days',
    text: DAYS,
    values: [shop.id, from, to, shop.timeZone],
  });
  return rows;
}
