// Where functions can't run the cart gives nothing: what a made-up cart fills is given as codes once its order is paid.
import { lacksForCodes } from '../../discounts/card-reward.ts';
import type { CardWays } from '../../storefront/project-program.ts';
import type { StampCard } from '../../program/card-rules.ts';
import type { TrialFreeUnits } from './trial-free-units.ts';

const isOfCodes = (way: string | undefined): boolean => way === 'codes' || way === 'to-codes';

/** Keys of the cards that are given as codes, or are about to be; what isn't published yet goes the way of the others. */
export function cardsAsCodes(cards: readonly StampCard[], ways: CardWays): ReadonlySet<string> {
  const others = Object.values(ways).some(isOfCodes);
  const asCodes = cards.filter(({ key }) => (ways[key] === undefined ? others : isOfCodes(ways[key])));
  return new Set(asCodes.filter((card) => lacksForCodes(card) === null).map(({ key }) => key));
}

/** @param paused the cart's own items bring no stamps */
export function asCodes(tried: TrialFreeUnits, paused: boolean | undefined): TrialFreeUnits {
  const { stamps, units, size, lines } = tried;
  const sum = stamps + (paused ? 0 : units);
  const codes = Math.max(0, Math.floor(sum / size));
  const without = lines.map((line) => ({ ...line, free: 0, tooDear: false }));
  return { ...tried, free: 0, codes, after: sum - codes * size, lines: without };
}
