// What the law where the shop is may say to a reward: one line a pack.
import type { Reward } from '../reward-rules.ts';
import { france } from './france.ts';
import type { LawPack, LawWarning, Place } from './law-pack.ts';
import { ontario } from './ontario.ts';
import { quebec } from './quebec.ts';

const PACKS: readonly LawPack[] = [france, quebec, ontario];

const packsOf = (place: Place | null): LawPack[] =>
  place === null ? [] : PACKS.filter(({ applies }) => applies(place));

/** The most that a new reward of any amount gives at once, in minor units; null: no most. */
export function mostAtFirst(place: Place | null, currency: string): number | null {
  return packsOf(place).flatMap((pack) => pack.mostAtFirst?.(currency) ?? [])[0] ?? null;
}

/** @param place null where nobody knows it */
export function lawWarnings(
  reward: Pick<Reward, 'gives'>,
  place: Place | null,
  currency: string,
): LawWarning[] {
  return packsOf(place).flatMap((pack) => pack.warnings(reward, currency));
}
