// What nobody can be given a code of today is left out of the pages: a tap on it would only say that it is sold out.
import { readRewardOwner } from '../discounts/discount-owner.ts';
import { kindOf } from '../rewards/kinds/kind-of.ts';
import type { Reward } from '../rewards/reward-rules.ts';
import { rewardValueHash } from '../rewards/reward-value.ts';

/** @param idleOwners of discounts that take nothing off. Any amount isn't among them: it can do without the function. */
export function withoutIdleRewards(
  rewards: readonly Reward[] | undefined,
  idleOwners: readonly string[],
): Reward[] | undefined {
  const idle = idleOwners.flatMap((owner) => readRewardOwner(owner) ?? []);
  return rewards?.filter((reward) => {
    if (kindOf(reward.gives).standsAlone) return true;
    const isIt = ({ rewardKey, valueHash }: { rewardKey: string; valueHash: string }) =>
      rewardKey === reward.key && valueHash === rewardValueHash(reward);
    return !idle.some(isIt);
  });
}
