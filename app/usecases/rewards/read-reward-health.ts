// The health of the published rewards' discounts, by what the last sync wrote down: nothing is asked of Shopify.
import { rewardHealth, type RewardHealth } from '#app/core/discounts/discount-health.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { knownRewardDiscounts } from '#app/db/discounts/known-reward-discounts.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { grantedScopes } from '#app/db/shop/shops.server.ts';

/** @param rewards the published ones */
export async function readRewardHealth(
  shop: { id: number; domain: string },
  rewards: readonly Reward[],
): Promise<RewardHealth[]> {
  if (rewards.length === 0) return [];
  const known = await knownRewardDiscounts(pool(), shop.id);
  const scopes = await grantedScopes(pool(), shop.domain);
  return rewardHealth(rewards, known, scopes === null || scopes.includes('write_discounts'));
}
