// What a moment's gift is made of: its offers as the program has them at that time, so that what becomes of the program changes
// nothing of them.
import { z } from 'zod';
import { kindOf } from '../rewards/kinds/kind-of.ts';
import { worthOf } from '../rewards/any-amount.ts';
import { isPoints, type PointsGift } from '../rewards/gift.ts';
import { storedReward, type Reward } from '../rewards/reward-rules.ts';
import { TASK_OFFERS, type MomentRule, type Offer } from './moment-rule.ts';
import { rewardOfOffer, rewardOnTheDay } from './reward-of-moment.ts';

export type TaskGift = Extract<Offer, { kind: 'task' }>;
export type OfferedGift = PointsGift | TaskGift | Reward;

/** As a gift gives it. */
export const offeredGift = z.union([
  z.object({ kind: z.literal('points'), points: z.int() }),
  z.object({ kind: z.literal('task'), task: z.enum(TASK_OFFERS), words: z.string() }),
  storedReward,
]);
/** As a gift's row keeps what there is to choose from. */
export const offeredGifts = z.array(offeredGift);

export const isTask = (gift: OfferedGift): gift is TaskGift => 'kind' in gift && gift.kind === 'task';

/** @throws where the program hasn't the reward, which no publish lets happen */
export function offeredBy(
  { key, offers, openDays }: Pick<MomentRule, 'key' | 'offers' | 'openDays'>,
  rewards: readonly Reward[],
): OfferedGift[] {
  return offers.map((offer) => {
    if (offer.kind !== 'reward') return offer;
    const reward = rewardOfOffer(offer, rewards);
    if (!reward) throw new Error(`moment ${key} gives a reward that the program doesn’t have: ${offer.key}`);
    return { ...rewardOnTheDay(reward), lastsDays: openDays };
  });
}

type Ceiling = NonNullable<MomentRule['ceiling']>;

/** What one of them counts against a ceiling; null where nobody can say. Tasks cost neither points nor money. */
function countedAs(gift: OfferedGift, of: Ceiling['of'], rewards: readonly Reward[]): number | null {
  if (isTask(gift)) return 0;
  if (!isPoints(gift)) return of === 'points' ? gift.cost : kindOf(gift.gives).most(gift.gives);
  return of === 'points' ? gift.points : worthOfPoints(gift.points, rewards);
}

function worthOfPoints(points: number, rewards: readonly Reward[]): number | null {
  for (const { cost, gives } of rewards) {
    if (gives.kind === 'any-amount') return worthOf(points, { points: cost, minor: gives.minor });
  }
  return null;
}

/** The dearest of what can be chosen. */
export function dearest(
  gifts: readonly OfferedGift[],
  of: Ceiling['of'],
  rewards: readonly Reward[],
): number | null {
  const all = gifts.map((gift) => countedAs(gift, of, rewards));
  return all.includes(null) ? null : Math.max(0, ...all.map(Number));
}
