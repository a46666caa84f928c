// That a version paused the program, or started it again.
import { runningChanges } from '#app/core/editing/running-changes.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { Wording } from '../stamps/card-terms.ts';
import type { ChangeLine } from './change-line.ts';

export function runningChangesInWords(
  before: ProgramRules,
  after: ProgramRules,
  { language }: Wording,
): string[] {
  const { pause } = textsOf(language).overview;
  return runningChanges(before, after).map(({ kind }) => (kind === 'paused' ? pause.was : pause.ended));
}

export function runningInShort(
  before: ProgramRules,
  after: ProgramRules,
  { language }: Wording,
): ChangeLine[] {
  const { program, overview } = textsOf(language);
  const { states } = overview;
  return runningChanges(before, after).map(({ kind }) => {
    return { what: program.title, before: null, after: kind === 'paused' ? states.paused : overview.runs };
  });
}
