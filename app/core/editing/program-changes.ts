// The changes between two sets of rules, named so that a screen can say them in words.
import type { ProgramRules } from '../program/program-rules.ts';
import type { ChangedPart, ProgramChange } from './section.ts';
import { SECTIONS } from './sections.ts';

/** Empty when both mean the same. */
export function programChanges(before: ProgramRules, after: ProgramRules): ProgramChange[] {
  return SECTIONS.flatMap(({ changes }) => changes(before, after));
}

/** The parts of the screens that the changes belong to. */
export function changedParts(before: ProgramRules, after: ProgramRules): ReadonlySet<ChangedPart> {
  return new Set(SECTIONS.flatMap((section) => section.changedParts(before, after)));
}
