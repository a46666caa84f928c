// Rewards that the merchant should look at, for the page of orders to check.
import { pool } from '#app/db/pool.server.ts';
import { flaggedRewards, type FlaggedReward } from '#app/db/rewards/flagged-vouchers.server.ts';

const SHOWN = 25;

export type FlaggedRewards = { rewards: FlaggedReward[]; hasMore: boolean };

export async function readFlaggedRewards(shopId: number): Promise<FlaggedRewards> {
  const found = await flaggedRewards(pool(), shopId, SHOWN + 1);
  return { rewards: found.slice(0, SHOWN), hasMore: found.length > SHOWN };
}
