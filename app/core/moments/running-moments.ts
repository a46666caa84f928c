// An occasion runs from the first publish that holds it; ended and published anew it begins anew. Pauses are no ends: the run
// goes on after them, and what became due meanwhile isn't given.
import { addDays, dayIn } from '../values/days.ts';
import type { MomentKind } from './kinds/moment-kinds.ts';
import { isMomentPaused, withoutPaused } from './paused-moments.ts';
import { MOST_DAYS, type Moment } from './moment-rules.ts';

/** The part of a published version of the program that matters here. */
type PublishedMoments = {
  number: number;
  publishedAt: Date;
  rules: {
    occasions: readonly Moment[];
    paused?: true | undefined;
    pausedMoments?: readonly string[] | undefined;
  };
};

/** Days of the shop's calendar; on the first and the last of them the program ran for a while. */
export type Pause = { from: string; until: string };

export type RunningMoment = {
  occasion: Moment;
  /** The day, in the shop's calendar, on which the unbroken run of versions began that hold the occasion. */
  since: string;
  /** The version whose rules these are. */
  version: number;
  /** The times for which the program was paused, or the moment was, and that are over. */
  pauses?: readonly Pause[];
};

/** The occasions that the published version holds; none while it is paused, and none of those that are. @param versions in any order */
export function runningMoments(
  versions: readonly PublishedMoments[],
  publishedNumber: number,
  timeZone: string,
): RunningMoment[] {
  const newestFirst = versions
    .filter(({ number }) => number <= publishedNumber)
    .sort((a, b) => b.number - a.number);
  const [published] = newestFirst;
  if (!published || published.rules.paused) return [];
  return withoutPaused(published.rules).occasions.map((occasion) => {
    const pauses = pausesOf(newestFirst, timeZone, occasion.kind);
    const began = runBegan(newestFirst, occasion.kind);
    const since = dayIn(timeZone, began);
    return { occasion, since, version: publishedNumber, ...(pauses.length > 0 && { pauses }) };
  });
}

/** Of the program, and of one moment where its key is given. Oldest first; one that isn't over is none yet. */
export function pausesOf(
  versions: readonly PublishedMoments[],
  timeZone: string,
  momentKey: string | null = null,
): Pause[] {
  const pauses: Pause[] = [];
  let from: string | null = null;
  for (const { rules, publishedAt } of [...versions].sort((a, b) => a.number - b.number)) {
    const day = dayIn(timeZone, publishedAt);
    const isPaused = rules.paused ?? (momentKey !== null && isMomentPaused(rules, momentKey));
    if (isPaused) from ??= day;
    else if (from !== null) {
      pauses.push({ from, until: day });
      from = null;
    }
  }
  return pauses;
}

const LONGEST_WINDOW = MOST_DAYS.daysBefore + MOST_DAYS.daysAfter;
/** More within one window are nobody's holidays. */
const MOST_PAUSES = 12;

/** Those within which gifts may have become due whose window is still open, on `today` or later. */
export function recentPauses(pauses: readonly Pause[], today: string): Pause[] {
  const matters = ({ from, until }: Pause) =>
    addDays(from, 1) < until && addDays(until, LONGEST_WINDOW) > today;
  return pauses.filter(matters).slice(-MOST_PAUSES);
}

/** Whether a gift whose first day this is became due while the program was paused: it isn't given later either. */
export function fellInPause(first: string, pauses: readonly Pause[] = []): boolean {
  return pauses.some(({ from, until }) => from < first && first < until);
}

function runBegan(newestFirst: readonly PublishedMoments[], kind: MomentKind): Date {
  const broken = newestFirst.findIndex(({ rules }) => !rules.occasions.some((each) => each.kind === kind));
  const first = newestFirst.at(broken === -1 ? -1 : broken - 1);
  if (!first) throw new Error('no version holds the occasion');
  return first.publishedAt;
}
