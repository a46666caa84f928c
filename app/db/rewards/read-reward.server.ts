import { rewardRules, type Reward } from '#app/core/rewards/reward-rules.ts';

/** A reward as a voucher or a gift has it. Throws where it can't be read. */
export function readReward(stored: unknown): Reward {
  return rewardRules.element.parse(stored);
}
