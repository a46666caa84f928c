// A program that is paused is the same program: one flag of its rules says so, in the published version and in the draft.
import type { ProgramRules, ProgramVersion } from './program-rules.ts';

export function pausedAs({ paused: _, ...rules }: ProgramRules, paused: boolean): ProgramRules {
  return paused ? { ...rules, paused } : rules;
}

/** When the pause began that goes on; null while the program runs. @param versions in any order */
export function pausedSince(
  versions: readonly Pick<ProgramVersion, 'number' | 'publishedAt' | 'rules'>[],
  publishedNumber: number,
): Date | null {
  let since: Date | null = null;
  const newestFirst = versions
    .filter(({ number }) => number <= publishedNumber)
    .sort((a, b) => b.number - a.number);
  for (const { rules, publishedAt } of newestFirst) {
    if (!rules.paused) break;
    since = publishedAt;
  }
  return since;
}
