// A reward is taken out of the draft, or put back as it is published. Nothing else of the draft is touched.
import type { ProgramRules } from '../program/program-rules.ts';

export type RewardStep = { do: 'remove-reward' | 'keep-reward'; key: string };

/** Null where there is nothing to do: the reward was removed, or put back, already. */
export function draftWithRewards(
  { rewards = [], ...draft }: ProgramRules,
  published: Pick<ProgramRules, 'rewards'>,
  { do: step, key }: RewardStep,
): ProgramRules | null {
  const isThere = rewards.some((reward) => reward.key === key);
  if (step === 'remove-reward') {
    return isThere
      ? withRewards(
          draft,
          rewards.filter((reward) => reward.key !== key),
        )
      : null;
  }
  const place = published.rewards?.findIndex((reward) => reward.key === key) ?? -1;
  const reward = published.rewards?.[place];
  return isThere || !reward ? null : withRewards(draft, rewards.toSpliced(place, 0, reward));
}

/** Rules without any say nothing of them. */
function withRewards(
  rules: Omit<ProgramRules, 'rewards'>,
  rewards: NonNullable<ProgramRules['rewards']>,
): ProgramRules {
  return rewards.length === 0 ? rules : { ...rules, rewards };
}
