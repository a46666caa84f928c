// Whether one of two programs is paused and the other runs, and the same of their moments.
import { momentsOf } from '../moments/moments-of.ts';
import { isMomentPaused } from '../moments/paused-moments.ts';
import type { ProgramRules } from '../program/program-rules.ts';

export type RunningChange =
  { kind: 'paused' | 'started' } | { kind: 'moment-paused' | 'moment-started'; key: string };

export function runningChanges(before: ProgramRules, after: ProgramRules): RunningChange[] {
  const isSame = (before.paused ?? false) === (after.paused ?? false);
  const ofAll: RunningChange[] = isSame ? [] : [{ kind: after.paused ? 'paused' : 'started' }];
  return [...ofAll, ...ofMoments(before, after)];
}

/** Of those that both programs have. */
function ofMoments(before: ProgramRules, after: ProgramRules): RunningChange[] {
  const had = new Set(momentsOf(before).map(({ key }) => key));
  return momentsOf(after).flatMap(({ key }): RunningChange[] => {
    const is = isMomentPaused(after, key);
    if (!had.has(key) || isMomentPaused(before, key) === is) return [];
    return [{ kind: is ? 'moment-paused' : 'moment-started', key }];
  });
}
