// A moment of the list runs from the first publish that holds it; taken out and published anew it begins anew. Pauses are no ends.
import { packingRule } from './packing-rules.ts';
import { dayIn } from '../values/days.ts';
import type { MomentRule } from './moment-rule.ts';
import type { Moment } from './moment-rules.ts';
import { withoutPaused } from './paused-moments.ts';
import { pausesOf, type Pause } from './running-moments.ts';

type PublishedRules = {
  number: number;
  publishedAt: Date;
  rules: {
    occasions: readonly Moment[];
    moments?: readonly MomentRule[] | undefined;
    paused?: true | undefined;
    pausedMoments?: readonly string[] | undefined;
  };
};

export type RunningRule = {
  rule: MomentRule;
  /** The shop's day on which the unbroken run of versions began that hold it. */
  since: string;
  /** The version whose rules these are. */
  version: number;
  pauses: readonly Pause[];
};

/** Those of the published version, but what goes into parcels, which leave too soon for a sweep; none while it is paused, and none of those that are. @param versions in any order */
export function runningRules(
  versions: readonly PublishedRules[],
  publishedNumber: number,
  timeZone: string,
): RunningRule[] {
  const newestFirst = versions
    .filter(({ number }) => number <= publishedNumber)
    .sort((a, b) => b.number - a.number);
  const [published] = newestFirst;
  if (!published || published.rules.paused) return [];
  const swept = (withoutPaused(published.rules).moments ?? []).filter((rule) => packingRule(rule) === null);
  return swept.map((rule) => {
    const since = dayIn(timeZone, runBegan(newestFirst, rule));
    const pauses = pausesOf(newestFirst, timeZone, rule.key);
    return { rule, since, version: publishedNumber, pauses };
  });
}

function runBegan(newestFirst: readonly PublishedRules[], { key, kind }: MomentRule): Date {
  const holds = ({ rules }: PublishedRules) =>
    (rules.moments ?? []).some((each) => each.key === key && each.kind === kind);
  const broken = newestFirst.findIndex((version) => !holds(version));
  const first = newestFirst.at(broken === -1 ? -1 : broken - 1);
  if (!first) throw new Error('no version holds the moment');
  return first.publishedAt;
}
