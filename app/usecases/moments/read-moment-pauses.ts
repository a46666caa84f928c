// When a moment gave nothing because it was paused, or the program was: for its page and its figures.
import { now } from '#app/clock.server.ts';
import { FIGURE_DAYS } from '#app/core/moments/moment-figures.ts';
import type { MomentPauses } from '#app/core/moments/moment-pauses.ts';
import { isMomentPaused } from '#app/core/moments/paused-moments.ts';
import { pausesOf } from '#app/core/moments/running-moments.ts';
import { pausedSince } from '#app/core/program/paused.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';

export async function readMomentPauses(shopId: number, key: string): Promise<MomentPauses> {
  const program = await shopProgram(pool(), shopId);
  if (!program) throw new Error(`shop ${shopId} is missing`);
  const { versions, publishedVersion, timeZone } = program;
  const since = pausedSince(versions, publishedVersion, (rules) => isMomentPaused(rules, key));
  const shown = addDays(dayIn(timeZone, now()), -FIGURE_DAYS);
  const over = pausesOf(versions, timeZone, key).filter(({ until }) => until >= shown);
  return { since: since?.toISOString() ?? null, over };
}
