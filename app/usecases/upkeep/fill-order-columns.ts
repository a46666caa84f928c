// Orders from before the columns beside the snapshot get theirs, and snapshots from before shape 4 lose titles that may name
// somebody: a small batch at a time, each in a transaction of its own. One look at an empty index each once all have; the
// job goes with the release that reads the columns only.
import { stripSnapshots } from '#app/db/orders/stripped-snapshots.server.ts';
import { fillToldColumns } from '#app/db/orders/told-columns.server.ts';
import { pool, type Queryable } from '#app/db/pool.server.ts';
import { doEachApart } from './do-each-apart.ts';

const BATCH = 500;

/** Safe to stop at any time, to run twice and in parallel. */
export async function fillOrderColumns(): Promise<void> {
  await doEachApart({ titles: () => inBatches(stripSnapshots), columns: () => inBatches(fillToldColumns) });
}

async function inBatches(work: (db: Queryable, limit: number) => Promise<number>): Promise<void> {
  for (let done = BATCH; done > 0;) done = await work(pool(), BATCH);
}
