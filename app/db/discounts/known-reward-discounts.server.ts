// How the discounts of rewards stand, as the last sync wrote it down.
import type { KnownRewardDiscount } from '#app/core/discounts/discount-health.ts';
import type { Queryable } from '../pool.server.ts';

/** Gifts of a discount `d` that Shopify doesn't run: bought ones come back by themselves. */
const IDLE_GIFTS = `case when d.problem = 'functions-not-available' then (
    select count(*)::int from "Voucher" v where v."shopId" = d."shopId" and v."rewardKey" = split_part(d.owner, '/', 2)
      and v.owner = d.owner and v.state = 'held' and v.price = 0
  ) else 0 end`;

/** Of values that somebody may be given a code of. */
export async function knownRewardDiscounts(db: Queryable, shopId: number): Promise<KnownRewardDiscount[]> {
  const { rows } = await db.query<KnownRewardDiscount>(
    `select d.owner, d."discountId"::text, d.state, d.problem, d."problemSaid", d.healed, d."healedAt",
       ${IDLE_GIFTS} as "idleGifts"
     from "ShopDiscount" d
     where d."shopId" = $1 and d.owner like 'reward/%' and d."endingSince" is null order by d.owner`,
    [shopId],
  );
  return rows;
}
