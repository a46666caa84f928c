// A program that is paused is the same program: one flag of its rules says so, in the published version and in the draft.
import type { ProgramRules, ProgramVersion } from './program-rules.ts';

export function pausedAs({ paused: _, ...rules }: ProgramRules, paused: boolean): ProgramRules {
  return paused ? { ...rules, paused } : rules;
}

/** What is paused is so as in the other, e.g. the draft, into which an older version comes back. */
export function pausedLike(
  { pausedMoments: _, ...rules }: ProgramRules,
  { paused, pausedMoments }: Pick<ProgramRules, 'paused' | 'pausedMoments'>,
): ProgramRules {
  return { ...pausedAs(rules, paused === true), ...(pausedMoments && { pausedMoments }) };
}

/** When the pause began that goes on; null while the program runs. @param versions in any order @param isPaused else: of one moment */
export function pausedSince(
  versions: readonly Pick<ProgramVersion, 'number' | 'publishedAt' | 'rules'>[],
  publishedNumber: number,
  isPaused: (rules: ProgramRules) => boolean = ({ paused }) => paused === true,
): Date | null {
  let since: Date | null = null;
  const newestFirst = versions
    .filter(({ number }) => number <= publishedNumber)
    .sort((a, b) => b.number - a.number);
  for (const { rules, publishedAt } of newestFirst) {
    if (!isPaused(rules)) break;
    since = publishedAt;
  }
  return since;
}
