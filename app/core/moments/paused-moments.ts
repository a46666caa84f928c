// Moments that the merchant paused, each for itself: a list of keys in the rules, beside the moments, so that neither a form nor a
// changed moment starts one again.
type WithPauses = { pausedMoments?: readonly string[] | undefined };

export function isMomentPaused({ pausedMoments = [] }: WithPauses, key: string): boolean {
  return pausedMoments.includes(key);
}

type Listed<R> = Omit<R, 'pausedMoments'> & { pausedMoments?: string[] };

export function momentPausedAs<R extends WithPauses>(
  { pausedMoments = [], ...rules }: R,
  key: string,
  paused: boolean,
): Listed<R> {
  const others = pausedMoments.filter((one) => one !== key);
  const all = paused ? [...others, key].sort() : others;
  return { ...rules, ...(all.length > 0 && { pausedMoments: all }) };
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
