// The changes between the rewards of two programs.
import { same } from '../values/same.ts';
import { kindOf } from './kinds/kind-of.ts';
import type { Reward } from './reward-rules.ts';
import { givesInOrder } from './reward-value.ts';

/** Parts of a reward in the order in which a change is told. */
const PARTS = [
  'title',
  'cost',
  'gives',
  'minimum',
  'life',
  'days',
  'limits',
  'combination',
  'refund',
] as const;
export type RewardPart = (typeof PARTS)[number];

export type RewardChange =
  | { kind: 'reward-added' | 'reward-ended'; key: string }
  | { kind: 'reward-changed'; key: string; part: RewardPart };

/** The part as it is compared. */
function partOf(reward: Reward, part: RewardPart): unknown {
  switch (part) {
    case 'gives':
      // Ids in any order are the same choice.
      return [givesInOrder(reward.gives), kindOf(reward.gives).taking(reward.gives)];
    case 'minimum':
      return reward.minimumMinor;
    case 'life':
      return [reward.lastsDays, reward.usable, reward.usableOn?.from, reward.usableOn?.until];
    case 'days':
      return [reward.startsOn, reward.endsOn];
    case 'limits': {
      const { perPerson, perPeriod, inAll } = reward.limits;
      return [perPerson, perPeriod?.count, perPeriod?.period, inAll];
    }
    case 'combination': {
      const { product, order, shipping } = reward.combinesWith;
      return [product, order, shipping];
    }
    case 'title':
    case 'cost':
    case 'refund':
      return reward[part];
  }
}

export function rewardChanges(before: readonly Reward[] = [], after: readonly Reward[] = []): RewardChange[] {
  const kept = after.flatMap((reward): RewardChange[] => {
    const { key } = reward;
    const was = before.find((one) => one.key === key);
    if (!was) return [{ kind: 'reward-added', key }];
    const changed = PARTS.filter((part) => !same(partOf(was, part), partOf(reward, part)));
    return changed.map((part) => ({ kind: 'reward-changed', key, part }));
  });
  const ended = before.filter(({ key }) => !after.some((reward) => reward.key === key));
  return [...kept, ...ended.map(({ key }): RewardChange => ({ kind: 'reward-ended', key }))];
}
