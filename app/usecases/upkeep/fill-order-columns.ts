// Orders from before the columns beside the snapshot get theirs: a small batch at a time, each in a transaction of its
// own. One look at an empty index once all have them; the job goes with the release that reads the columns only.
import { fillToldColumns } from '#app/db/orders/told-columns.server.ts';
import { pool } from '#app/db/pool.server.ts';

const BATCH = 500;

/** Safe to stop at any time, to run twice and in parallel. */
export async function fillOrderColumns(): Promise<void> {
  for (let filled = BATCH; filled > 0;) filled = await fillToldColumns(pool(), BATCH);
}
