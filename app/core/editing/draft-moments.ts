// A moment is taken out of the draft, or put back as it is published. Nothing else of the draft is touched.
import type { ProgramRules } from '../program/program-rules.ts';

export type MomentStep = { do: 'remove-moment' | 'keep-moment'; key: string };

/** Null where there is nothing to do: the moment was removed, or put back, already. */
export function draftWithMoments(
  { moments = [], ...draft }: ProgramRules,
  published: Pick<ProgramRules, 'moments'>,
  { do: step, key }: MomentStep,
): ProgramRules | null {
  const isThere = moments.some((moment) => moment.key === key);
  if (step === 'remove-moment') {
    return isThere
      ? withMoments(
          draft,
          moments.filter((moment) => moment.key !== key),
        )
      : null;
  }
  const place = published.moments?.findIndex((moment) => moment.key === key) ?? -1;
  const moment = published.moments?.[place];
  return isThere || !moment ? null : withMoments(draft, moments.toSpliced(place, 0, moment));
}

/** Rules without any say nothing of them. */
function withMoments(
  rules: Omit<ProgramRules, 'moments'>,
  moments: NonNullable<ProgramRules['moments']>,
): ProgramRules {
  return moments.length === 0 ? rules : { ...rules, moments };
}
