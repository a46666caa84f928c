// How the discounts of rewards stand, as the last sync wrote it down.
import type { KnownDiscount } from '#app/core/discounts/discount-health.ts';
import type { Queryable } from '../pool.server.ts';

/** Of values that somebody may be given a code of. */
export async function knownRewardDiscounts(db: Queryable, shopId: number): Promise<KnownDiscount[]> {
  const { rows } = await db.query<KnownDiscount>(
    `select owner, "discountId"::text, state, problem, "problemSaid", healed, "healedAt" from "ShopDiscount"
     where "shopId" = $1 and owner like 'reward/%' and "endingSince" is null order by owner`,
    [shopId],
  );
  return rows;
}
