// Pauses one moment of the published program, or starts it again, at once: whoever gives at the same time has given before, or gives
// nothing.
import { isMomentPaused, momentPausedAs } from '#app/core/moments/paused-moments.ts';
import { momentsOf } from '#app/core/moments/moments-of.ts';
import { publishAtOnce } from './publish-at-once.ts';

export type PauseMomentResult =
  { ok: true; version: number } | { ok: false; reason: 'no-shop' | 'no-moment' };

/** @param moment its key; a yearly date's is its kind */
export async function pauseMoment(
  shopId: number,
  { moment, paused }: { moment: string; paused: boolean },
  publishedBy: string,
): Promise<PauseMomentResult> {
  let isThere = true;
  const done = await publishAtOnce(
    shopId,
    {
      isDone: (rules) => {
        isThere = momentsOf(rules).some(({ key }) => key === moment);
        return !isThere || isMomentPaused(rules, moment) === paused;
      },
      change: (rules) => momentPausedAs(rules, moment, paused),
    },
    publishedBy,
  );
  if (!isThere) return { ok: false, reason: 'no-moment' };
  return done ? { ok: true, ...done } : { ok: false, reason: 'no-shop' };
}
