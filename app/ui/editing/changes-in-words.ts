// The differences between two programs as sentences, in the merchant's language.
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Wording } from '../stamps/card-terms.ts';
import { SECTIONS } from './sections.ts';

/** One sentence per difference; none when both mean the same. */
export function changesInWords(before: ProgramRules, after: ProgramRules, wording: Wording): string[] {
  return SECTIONS.flatMap((section) => section.changesInWords(before, after, wording));
}
