// The last year that brought a gift closes itself and the years before it.
import type { MomentKind } from './kinds/moment-kinds.ts';

export type GivenGift = { occasion: MomentKind; year: number };

/** Null before the first. */
export function lastGivenYear(gifts: readonly GivenGift[], occasion: MomentKind): number | null {
  const years = gifts.filter((gift) => gift.occasion === occasion).map(({ year }) => year);
  return years.length === 0 ? null : Math.max(...years);
}
