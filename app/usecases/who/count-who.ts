// How many members some conditions are about, while the merchant types them: exactly in small shops, roughly in large ones.
import { now } from '#app/clock.server.ts';
import { dayIn } from '#app/core/values/days.ts';
import { countOfSample, type WhoCount } from '#app/core/who/who-count.ts';
import type { Who } from '#app/core/who/who.ts';
import { pool } from '#app/db/pool.server.ts';
import { countRows, sampleAmong } from '#app/db/who/count-roughly.server.ts';
import { countAmong } from '#app/db/who/members-among.server.ts';
import { waitingFor } from './waiting-rules.ts';

/** Up to so many rows each is looked at. */
const MOST_COUNTED = 10_000;

export async function countWho(
  { id, timeZone }: { id: number; timeZone: string },
  who: Who,
  at = now(),
): Promise<WhoCount> {
  const waiting = await waitingFor(pool(), id, who);
  if (waiting.length > 0) return { among: 0, members: 0, isAbout: false, waits: true };
  const today = dayIn(timeZone, at);
  const rows = await countRows(pool(), id);
  if (rows > MOST_COUNTED) return countOfSample(rows, await sampleAmong(pool(), id, who, today));
  return { ...(await countAmong(pool(), id, who, today)), isAbout: false };
}
