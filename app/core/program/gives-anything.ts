import type { ProgramRules } from './program-rules.ts';

/** Whether these rules bring any customer anything: until then blocks are empty, and there is nothing to pause. */
export function givesAnything({
  pointsOff,
  cards,
  occasions,
  moments = [],
  rewards = [],
}: ProgramRules): boolean {
  return pointsOff !== true || cards.length + occasions.length + moments.length + rewards.length > 0;
}
