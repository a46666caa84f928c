// Law that touches rewards, one file a place, each with its source and the day it was read. No legal advice: a warning says
// what to ask about, and keeps nothing from being published.
import type { Reward } from '../reward-rules.ts';

/** As Shopify tells a shop's address: ISO 3166 country and its part, e.g. CA and QC. */
export type Place = { country: string; province: string | null };

/** Keys of `texts.rewards.law`. */
export type LawWarning = 'france-daily-good' | 'quebec-small' | 'ontario-small';

export type LawPack = {
  applies: (place: Place) => boolean;
  /** @param currency of the shop, in whose minor units a reward's money is */
  warnings: (reward: Pick<Reward, 'gives'>, currency: string) => LawWarning[];
  /** The most that a new reward of any amount gives at once there, in minor units; null or absent: no most. */
  mostAtFirst?: (currency: string) => number | null;
};
