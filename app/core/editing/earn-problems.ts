// "At most 1,000 points for each cent": beyond that the largest order gives more points than anybody can count exactly.
import type { ProgramRules } from '../program/program-rules.ts';

/** In minor units: no order's line is worth more. */
const LARGEST_LINE = 1_000_000_000_000;
/** A tenth of what numbers hold exactly, for orders of several such lines. */
const MOST_POINTS_OF_LINE = 1_000_000_000_000_000;

export type EarnProblem = { field: 'points'; reason: 'tooManyPoints' };

export function earnProblems({ points, perMinor }: ProgramRules['earn']): EarnProblem[] {
  const ofLine = Math.floor(LARGEST_LINE / perMinor) * points;
  return ofLine > MOST_POINTS_OF_LINE ? [{ field: 'points', reason: 'tooManyPoints' }] : [];
}
