// Whether members could buy as much here as there, by what their points were worth in money.
import type { Factor } from './factor.ts';

/** Points here that are worth what `theirs` were worth there: the least that a factor may give. */
export const leastHere = (minorThere: number, worthOf100: number): number =>
  Math.ceil((minorThere * 100) / worthOf100);

/** @param minorThere what `theirs` of their points were worth */
export const isEnoughHere = (
  { ours }: Pick<Factor, 'ours'>,
  minorThere: number,
  worthOf100: number,
): boolean => ours * worthOf100 >= minorThere * 100;
