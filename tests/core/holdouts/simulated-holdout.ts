// Shops that never were: a third of the customers buys, and a few of them buy most.
import type { Holdout } from '#app/core/holdouts/holdout.ts';
import type { Sample } from '#app/core/holdouts/intervals.ts';
import { isHeldOut } from '#app/core/holdouts/is-held-out.ts';

/** Mulberry32: the same numbers from the same seed, everywhere. */
export function throwsFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function sampleOf(values: readonly number[]): Sample {
  const people = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / people;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { people, mean, variance: people < 2 ? null : squares / (people - 1) };
}

const BUYS = 0.35;
const MIDDLE_MINOR = 4_000;
/** Of the logarithm: the dearest hundredth spends six times what the middle one does. */
const SPREAD = 0.8;

/** Minor units; nothing for most. Box and Muller's normal, as an exponent. */
function spent(next: () => number): number {
  const [buys, size, turn] = [next() < BUYS, next(), next()];
  const normal = Math.sqrt(-2 * Math.log(1 - size)) * Math.cos(2 * Math.PI * turn);
  return buys ? Math.round(MIDDLE_MINOR * Math.exp(SPREAD * normal)) : 0;
}

type Simulated = { holdout: Holdout; people: number; effectMinor: number };

/** Everybody spends by chance, and who was not held out `effectMinor` more, whatever the rest. */
export function simulatedHoldout({ holdout, people, effectMinor }: Simulated, next: () => number) {
  const [given, heldOut]: [number[], number[]] = [[], []];
  for (let id = 1; id <= people; id += 1) {
    const isOut = isHeldOut(holdout, String(id), holdout.until);
    (isOut ? heldOut : given).push(spent(next) + (isOut ? 0 : effectMinor));
  }
  return { given: sampleOf(given), heldOut: sampleOf(heldOut) };
}
