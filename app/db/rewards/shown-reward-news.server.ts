// What became of the last rewards of a member `m` of a shop `s`, as the sync reads it; of members merged into this one, too.
import type { RewardNewsState, UsedReward } from '#app/core/storefront/project-reward-news.ts';
import { cancelledAt, orderName, placedAt } from '../orders/told-columns.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

/** The day of an order's end, else of its beginning. */
const DAY = `coalesce(${cancelledAt('o')}, ${placedAt('o')}) at time zone s."timeZone"`;

/** The newest order of theirs that used one; what others did with a code of theirs is told to nobody. */
const USED = `(
    select json_build_object('order', coalesce(nullif(${orderName('o')}, ''), o."orderId"::text),
      'day', to_char(${DAY}, 'YYYY-MM-DD'), 'code', lower(v.code), 'price', v.price::float8, 'newest', o.snapshot,
      'deleted', o."deletedAt" is not null or o."missingSince" is not null)
    from person_of(m."shopId", m.id) as p
    cross join lateral (
      select id, code, price from "Voucher" g
      where ${ofShop('g', 'm."shopId"')} and g."memberId" = p.id and g.state = 'used' offset 0
    ) as v
    join "VoucherUse" u on ${ofShop('u', 'm."shopId"')} and u."voucherId" = v.id
    join "Order" o on o."shopId" = m."shopId" and o."orderId" = u."orderId"
      and o."memberId" in (select id from person_of(m."shopId", m.id))
    order by ${DAY} desc nulls last, o."orderId" desc limit 1
  ) as used`;

const WITHDRAWN = `(
    select json_build_object('title', v.gives->'title', 'price', v.price::float8, 'released', v.state = 'released',
      'day', to_char(v."releasingSince" at time zone s."timeZone", 'YYYY-MM-DD'))
    from person_of(m."shopId", m.id) as p
    cross join lateral (
      select gives, price, state, "releasingSince" from "Voucher" g where ${ofShop('g', 'm."shopId"')} and g."memberId" = p.id
        and g."releaseWhy" in ('withdrawn', 'function-stopped') and g.state in ('releasing', 'released') offset 0
    ) as v
    order by v."releasingSince" desc limit 1
  ) as withdrawn`;

export const SHOWN_REWARD_NEWS = `${USED}, ${WITHDRAWN}`;

export type ShownRewardNews = {
  used: (Omit<UsedReward, 'day'> & { day: string | null }) | null;
  withdrawn: NonNullable<RewardNewsState['withdrawn']> | null;
};

/** An order without a day is told of by nobody. */
export function shownRewardNews({ used, withdrawn }: ShownRewardNews): RewardNewsState {
  const { day = null } = used ?? {};
  return { used: used && day !== null ? { ...used, day } : null, withdrawn };
}
