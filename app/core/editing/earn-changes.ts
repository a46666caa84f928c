// Whether orders earn points, and at which rate, where that differs between two programs.
import type { ProgramRules } from '../program/program-rules.ts';
import { same } from '../values/same.ts';

export type EarnChange = { kind: 'points-on' | 'points-off' | 'earn' };

/** Turning points on tells their rate as well, so a rate that changed meanwhile is no change of its own. */
export function earnChanges(before: ProgramRules, after: ProgramRules): EarnChange[] {
  const [wasOff, isOff] = [before, after].map(({ pointsOff }) => pointsOff === true);
  if (wasOff && !isOff) return [{ kind: 'points-on' }];
  const switched: EarnChange[] = wasOff === isOff ? [] : [{ kind: 'points-off' }];
  return same(before.earn, after.earn) ? switched : [...switched, { kind: 'earn' }];
}
