// An occasion runs from the first publish that holds it; ended and published anew it begins anew.
import { dayIn } from '../values/days.ts';
import type { MomentKind } from './kinds/moment-kinds.ts';
import type { Moment } from './moment-rules.ts';

/** The part of a published version of the program that matters here. */
type PublishedMoments = {
  number: number;
  publishedAt: Date;
  rules: { occasions: readonly Moment[] };
};

export type RunningMoment = {
  occasion: Moment;
  /** The day, in the shop's calendar, on which the unbroken run of versions began that hold the occasion. */
  since: string;
  /** The version whose rules these are. */
  version: number;
};

/** The occasions that the published version holds. @param versions in any order */
export function runningMoments(
  versions: readonly PublishedMoments[],
  publishedNumber: number,
  timeZone: string,
): RunningMoment[] {
  const newestFirst = versions
    .filter(({ number }) => number <= publishedNumber)
    .sort((a, b) => b.number - a.number);
  const [published] = newestFirst;
  return (published?.rules.occasions ?? []).map((occasion) => {
    const began = runBegan(newestFirst, occasion.kind);
    return { occasion, since: dayIn(timeZone, began), version: publishedNumber };
  });
}

function runBegan(newestFirst: readonly PublishedMoments[], kind: MomentKind): Date {
  const broken = newestFirst.findIndex(({ rules }) => !rules.occasions.some((each) => each.kind === kind));
  const first = newestFirst.at(broken === -1 ? -1 : broken - 1);
  if (!first) throw new Error('no version holds the occasion');
  return first.publishedAt;
}
