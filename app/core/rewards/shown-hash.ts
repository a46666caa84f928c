// "This reward has changed": what a shopper was shown of a reward is what is taken for it, or it is refused. Its title and
// its limits may change between the page and the tap; its price, its value and its days may not.
import type { Reward } from './reward-rules.ts';
import { rewardValueHash, shortHash } from './reward-value.ts';

/** The same in every version that asks the same for the same. */
export function shownHash(reward: Reward): string {
  const { cost, lastsDays, usable, usableOn, gives } = reward;
  const days = usableOn ? [usableOn.from, usableOn.until] : null;
  const rate = gives.kind === 'any-amount' ? [gives.minor] : [];
  return shortHash(JSON.stringify([cost, rewardValueHash(reward), lastsDays, usable, days, ...rate]));
}
