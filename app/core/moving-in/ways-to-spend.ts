// What our points buy in money: amounts off, and any amount. What a percentage or a product is worth nobody knows.
import type { Reward } from '../rewards/reward-rules.ts';

export type WayToSpend = {
  /** So many points take so much off. */
  points: number;
  minor: number;
  leastMinor: number;
  /** How often a person may; null: always. */
  times: number | null;
  /** Only as a whole, and as often as there are points for it. */
  isWhole: boolean;
};

type Priced = Pick<Reward, 'cost' | 'gives'> & Partial<Pick<Reward, 'startsOn' | 'endsOn' | 'limits'>>;

/** @param today in the shop's calendar */
export function waysToSpend(rewards: readonly Priced[], today: string): WayToSpend[] {
  return rewards
    .filter(({ startsOn, endsOn }) => (startsOn ?? today) <= today && today <= (endsOn ?? today))
    .flatMap(({ cost, gives, limits }): WayToSpend[] => {
      if (gives.kind === 'any-amount') {
        const { minor, leastMinor } = gives;
        return [{ points: cost, minor, leastMinor, times: null, isWhole: false }];
      }
      if (gives.kind !== 'amount') return [];
      const { minor } = gives;
      return [{ points: cost, minor, leastMinor: minor, times: limits?.perPerson ?? null, isWhole: true }];
    });
}
