// Whether one of two programs is paused and the other runs.
import type { ProgramRules } from '../program/program-rules.ts';

export type RunningChange = { kind: 'paused' | 'started' };

export function runningChanges(before: ProgramRules, after: ProgramRules): RunningChange[] {
  if ((before.paused ?? false) === (after.paused ?? false)) return [];
  return [{ kind: after.paused ? 'paused' : 'started' }];
}
