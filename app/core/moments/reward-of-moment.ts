// "On your birthday: €5.00 off." A reward that a moment brings is there on the day and for as many days as it lasts, whatever days
// the reward's own rules name for those who buy it.
import type { Reward } from '../rewards/reward-rules.ts';
import type { MomentOffer } from './moment-rules.ts';

/** Shoppers choose the amount of the one, and pay for it with points: nobody can be given it. */
export const canBeGiven = ({ gives }: Pick<Reward, 'gives'>): boolean => gives.kind !== 'any-amount';

/** Null of points, and where the program has no such reward to give. */
export function rewardOfOffer(offer: MomentOffer, rewards: readonly Reward[] = []): Reward | null {
  if (offer.kind === 'points') return null;
  return rewards.find((reward) => reward.key === offer.key && canBeGiven(reward)) ?? null;
}

export function rewardOnTheDay({ usableOn: _, ...reward }: Reward): Reward {
  return { ...reward, usable: 'at-once' };
}
