// "Gives back 5 %": of what customers spend to have a reward, how much it takes off. From 10 % on it is a lot, from 25 % on
// rarely meant, and above 100 % a mistake: a reward that is worth more than all that was spent for it.
import { kindOf } from './kinds/kind-of.ts';
import type { Worth } from './kinds/reward-kind.ts';
import type { Reward } from './reward-rules.ts';

/** The part of the program that says what is spent for a point. */
export type Earning = {
  readonly earn: { readonly points: number; readonly perMinor: number };
  readonly pointsOff?: true | undefined;
};

export type GivesBack = {
  /** Hundredths of a percent, rounded up: 500 is 5 %. */
  basisPoints: number;
  sort: Worth['sort'];
};

/** In basis points. Above `warn` it is said, above `ask` the merchant is asked twice, above `refuse` it isn't published. */
export const GIVES_BACK = { warn: 1_000, ask: 2_500, refuse: 10_000 } as const;

/**
 * Null where nobody can say: points aren't earned, or what it takes off depends on the order.
 * @param usualOrderMinor null where the shop's orders are too few to know
 */
export function givesBack(
  reward: Pick<Reward, 'gives' | 'cost' | 'minimumMinor'>,
  { earn, pointsOff }: Earning,
  usualOrderMinor: number | null = null,
): GivesBack | null {
  const { gives } = reward;
  const worth = kindOf(gives).worth(reward, gives, usualOrderMinor);
  if (worth === null || pointsOff) return null;
  const spent = BigInt(reward.cost) * BigInt(earn.perMinor);
  const back = BigInt(worth.minor) * BigInt(earn.points) * 10_000n;
  return { basisPoints: Number((back + spent - 1n) / spent), sort: worth.sort };
}
