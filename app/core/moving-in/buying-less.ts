// Whether somebody could buy less here than there: by what their points were worth there, and what ours buy at once by any one way
// of spending them. Told too often rather than too seldom: amounts of two rewards are never added up.
import { costOf, worthOf } from '../rewards/any-amount.ts';
import { MOST_MINOR } from '../values/money.ts';
import type { WayToSpend } from './ways-to-spend.ts';

export type WorthThere = {
  /** So many of their points were worth so much. */
  theirs: number;
  minor: number;
  /** They were spent in steps of so many; null: any number. */
  step: number | null;
};

type Row = { points: number; has: number };
type How = { way: 'add' | 'set'; worth: WorthThere; ways: readonly WayToSpend[] };

/**
 * The fewest points that a row must bring, so that its member can buy as much as there; 0 where nothing is missing, `Infinity` where no
 * number does.
 */
export function neededOf({ points, has }: Row, { way, worth, ways }: How): number {
  if (points <= 0) return 0;
  const there = buysThere(points, worth);
  const rate = Math.min(...ways.map((one) => sameWorth(points, worth, one)));
  if (way === 'add') return Math.max(rate, pointsFor(there + buysHere(has, ways), ways) - has, 0);
  const all = Math.max(rate, pointsFor(there, ways));
  return all > has ? all : 0;
}

/** Our points for `theirs`, so that a row brings at least what is needed; null where no factor is enough. */
export function leastFactor(points: number, needed: number, theirs: number): number | null {
  if (needed <= 0) return 1;
  if (!Number.isFinite(needed)) return null;
  const ours = ((BigInt(needed) - 1n) * BigInt(theirs)) / BigInt(points) + 1n;
  return ours > MOST_OURS ? null : Number(ours);
}

/** The most that a file's factor may say. */
const MOST_OURS = 1_000_000n;

function buysThere(points: number, { theirs, minor, step }: WorthThere): number {
  const spent = step === null ? points : points - (points % step);
  return Math.min(worthOf(spent, { points: theirs, minor }), MOST_MINOR);
}

/** Our points that are worth as much, whether or not they buy anything by themselves. */
function sameWorth(points: number, worth: WorthThere, { points: cost, minor }: WayToSpend): number {
  const above = BigInt(points) * BigInt(worth.minor) * BigInt(cost);
  const below = BigInt(worth.theirs) * BigInt(minor);
  return Number((above + below - 1n) / below);
}

function buysHere(points: number, ways: readonly WayToSpend[]): number {
  return Math.max(0, ...ways.map((one) => buysBy(points, one)));
}

function buysBy(points: number, { points: cost, minor, leastMinor, times, isWhole }: WayToSpend): number {
  if (points <= 0) return 0;
  const worth = isWhole
    ? Math.min(Math.floor(points / cost), times ?? Infinity) * minor
    : worthOf(points, { points: cost, minor });
  return worth < leastMinor ? 0 : Math.min(worth, MOST_MINOR);
}

/** The fewest of our points that buy so much at once. */
function pointsFor(wanted: number, ways: readonly WayToSpend[]): number {
  if (wanted <= 0) return -Infinity;
  return Math.min(
    ...ways.map(({ points, minor, leastMinor, times, isWhole }) => {
      if (!isWhole) return costOf(Math.max(wanted, leastMinor), { points, minor });
      const count = Math.ceil(wanted / minor);
      return count > (times ?? Infinity) ? Infinity : count * points;
    }),
  );
}
