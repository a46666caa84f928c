// Moments that the merchant paused, each for itself: a list of keys in the rules, beside the moments, so that neither a form nor a
// changed moment starts one again.
import type { ProgramRules } from '../program/program-rules.ts';

type WithPauses = { pausedMoments?: readonly string[] | undefined };

export function isMomentPaused({ pausedMoments = [] }: WithPauses, key: string): boolean {
  return pausedMoments.includes(key);
}

export function momentPausedAs(
  { pausedMoments = [], ...rules }: ProgramRules,
  key: string,
  paused: boolean,
): ProgramRules {
  const others = pausedMoments.filter((one) => one !== key);
  const all = paused ? [...others, key].sort() : others;
  return all.length > 0 ? { ...rules, pausedMoments: all } : rules;
}

type HasMoments = WithPauses & {
  occasions: readonly { kind: string }[];
  moments?: readonly { key: string }[] | undefined;
};

/** The program as it gives: without those that are paused. */
export function withoutPaused<R extends HasMoments>(rules: R): R {
  const { occasions, moments } = rules;
  if (!rules.pausedMoments) return rules;
  return {
    ...rules,
    occasions: occasions.filter(({ kind }) => !isMomentPaused(rules, kind)),
    ...(moments && { moments: moments.filter(({ key }) => !isMomentPaused(rules, key)) }),
  };
}
