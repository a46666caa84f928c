// Whether the rate at which points are earned differs between two programs.
import type { ProgramRules } from '../program/program-rules.ts';
import { same } from '../values/same.ts';

export type EarnChange = { kind: 'earn' };

export function earnChanges(before: ProgramRules, after: ProgramRules): EarnChange[] {
  return same(before.earn, after.earn) ? [] : [{ kind: 'earn' }];
}
