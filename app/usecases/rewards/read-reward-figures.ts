// What became of each reward, for the list of them.
import type { RewardFigures } from '#app/core/rewards/reward-figures.ts';
import { pool } from '#app/db/pool.server.ts';
import { rewardFigures } from '#app/db/rewards/reward-figures.server.ts';

export function readRewardFigures(shopId: number): Promise<Record<string, RewardFigures>> {
  return rewardFigures(pool(), shopId);
}
