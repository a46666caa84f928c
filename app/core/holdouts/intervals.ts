// A mean of so many people, and the difference of two such means, each with the bounds between which it lies in 95 of 100 draws.
import { studentT } from './student-t.ts';

/** Of one number, over all people of a group. The variance is that of a sample; null of fewer than two. */
export type Sample = { people: number; mean: number; variance: number | null };

export type Interval = { middle: number; low: number; high: number };

const around = (middle: number, reach: number): Interval => {
  return { middle, low: middle - reach, high: middle + reach };
};

/** Null of fewer than two people. */
export function intervalOfMean({ people, mean, variance }: Sample): Interval | null {
  if (variance === null || people < 2) return null;
  return around(mean, studentT(people - 1) * Math.sqrt(variance / people));
}

/**
 * `given` less `heldOut`, by Student, with one variance for both groups. A comparison group is small, and most of what people spend comes
 * from a few: a variance of its own (Welch) is small whenever these are missing, and an effect of nothing would be found in 7 to 12 of
 * 100 draws in place of 5. Null where a group has fewer than two people.
 */
export function intervalOfDifference(given: Sample, heldOut: Sample): Interval | null {
  if (given.variance === null || heldOut.variance === null) return null;
  if (given.people < 2 || heldOut.people < 2) return null;
  const degrees = given.people + heldOut.people - 2;
  const squares = (given.people - 1) * given.variance + (heldOut.people - 1) * heldOut.variance;
  const error = Math.sqrt((squares / degrees) * (1 / given.people + 1 / heldOut.people));
  return around(given.mean - heldOut.mean, studentT(degrees) * error);
}
