import { storedReward, type Reward } from '#app/core/rewards/reward-rules.ts';

/** A reward as a voucher or a gift has it. Throws where it can't be read. */
export function readReward(stored: unknown): Reward {
  return storedReward.parse(stored);
}

/** Null where it can't be read: of many, one that can't decides nothing for the others. */
export function readableReward(stored: unknown): Reward | null {
  return storedReward.safeParse(stored).data ?? null;
}
