// What a member `m` of a shop `s` has ready, and how often points have bought each reward, as the sync reads them; of members
// merged into this one, too.
import { z } from 'zod';
import type { TakenReward, VouchersState } from '#app/core/storefront/project-rewards.ts';
import { AGAIN } from '#app/core/rewards/cause.ts';
import { storedReward } from '#app/core/rewards/reward-rules.ts';
import { ofShop } from '../shop/of-shop.server.ts';
import { isRedeemed } from './redeemed.server.ts';

/** A lateral lookup, because the planner would read every voucher of the shop. */
const SHOWN = `coalesce((
    select json_agg(json_build_object('id', v.id::text, 'code', v.code, 'reward', v.gives, 'from', v."validFrom"::text,
      'until', v."validUntil"::text, 'state', v.state, 'price', case v.unit when 'points' then v.price else 0 end::text,
      'cause', v.cause, 'before', v.before, 'face', v."faceMinor"::text) order by v.id)
    from person_of(m."shopId", m.id) as p
    cross join lateral (
      select id, code, gives, "validFrom", "validUntil", state, price, unit, cause, "faceMinor", (
          select o.cause from "Voucher" o
          where ${ofShop('o', 'm."shopId"')} and g.cause like '${AGAIN}%' and o.id = substr(g.cause, ${AGAIN.length + 1})::bigint
        ) as before from "Voucher" g
      where ${ofShop('g', 'm."shopId"')} and g."memberId" = p.id and g.state in ('held', 'releasing') offset 0
    ) as v
  ), '[]') as vouchers`;

/** Of the last day's week, month and year. */
const TAKEN = `coalesce((
    select json_agg(json_build_object('key', key, 'on', last::text, 'times', times, 'day', of_day, 'week', of_week,
      'month', of_month, 'year', of_year) order by key)
    from (
      select key, last, count(*)::int as times, count(*) filter (where day = last)::int as of_day,
        count(*) filter (where date_trunc('week', day) = date_trunc('week', last))::int as of_week,
        count(*) filter (where date_trunc('month', day) = date_trunc('month', last))::int as of_month,
        count(*) filter (where date_trunc('year', day) = date_trunc('year', last))::int as of_year
      from (
        select v.key, v.day, max(v.day) over (partition by v.key) as last from person_of(m."shopId", m.id) as p
        cross join lateral (
          select "rewardKey" as key, ("heldAt" at time zone s."timeZone")::date as day from "Voucher" g
          where ${ofShop('g', 'm."shopId"')} and g."memberId" = p.id and ${isRedeemed('g')} offset 0
        ) as v
      ) as days group by key, last
    ) as counted
  ), '[]') as taken`;

export const SHOWN_VOUCHERS = `${SHOWN}, ${TAKEN}`;

const shown = z.object({
  id: z.string(),
  code: z.string(),
  reward: storedReward,
  from: z.string(),
  until: z.string().nullable(),
  state: z.enum(['held', 'releasing']),
  price: z.coerce.number(),
  cause: z.string(),
  before: z.string().nullable(),
  face: z.coerce.number().nullable(),
});

export type ShownVouchers = { vouchers: readonly unknown[]; taken: readonly TakenReward[] };

export function shownVouchers({ vouchers, taken }: ShownVouchers, today: string): VouchersState {
  return { vouchers: vouchers.map((voucher) => shown.parse(voucher)), taken, today };
}
