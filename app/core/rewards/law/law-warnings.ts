// What the law where the shop is may say to a reward: one line a pack.
import type { Reward } from '../reward-rules.ts';
import { france } from './france.ts';
import type { LawPack, LawWarning, Place } from './law-pack.ts';
import { ontario } from './ontario.ts';
import { quebec } from './quebec.ts';

const PACKS: readonly LawPack[] = [france, quebec, ontario];

/** @param place null where nobody knows it */
export function lawWarnings(
  reward: Pick<Reward, 'gives'>,
  place: Place | null,
  currency: string,
): LawWarning[] {
  if (place === null) return [];
  return PACKS.filter(({ applies }) => applies(place)).flatMap((pack) => pack.warnings(reward, currency));
}
