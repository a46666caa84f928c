// The differences between two programs, a line each: what it is about, before and after.
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Wording } from '../stamps/card-terms.ts';
import { lineInWords } from './change-line.ts';
import { SECTIONS } from './sections.ts';

/** None when both mean the same. */
export function changesInShort(before: ProgramRules, after: ProgramRules, wording: Wording): string[] {
  return SECTIONS.flatMap((section) => section.changesInShort(before, after, wording)).map((line) =>
    lineInWords(line, wording.language),
  );
}
