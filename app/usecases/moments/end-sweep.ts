// The day is done: the mark moves, unless what the sweep left out could be told meanwhile. Whoever tells it sets the mark back, and the
// end of a sweep that hadn't known must not undo that.
import { withTransaction } from '#app/db/pool.server.ts';
import { lockSweepMark, moveSweptThrough } from '#app/db/moments/sweep-mark.server.ts';
import type { Who } from '#app/core/who/who.ts';
import { waitingRules } from '../who/waiting-rules.ts';

type Swept = {
  today: string;
  publishedVersion: number;
  moments: readonly { key: string; who: Who }[];
  /** Keys of those that were left out. */
  leftOut: ReadonlySet<string>;
};

export async function endSweep(shopId: number, { today, publishedVersion, moments, leftOut }: Swept) {
  await withTransaction(async (client) => {
    await lockSweepMark(client, shopId);
    const { keys } = await waitingRules(client, shopId, moments);
    if ([...leftOut].every((key) => keys.has(key)))
      await moveSweptThrough(client, shopId, today, publishedVersion);
  });
}
