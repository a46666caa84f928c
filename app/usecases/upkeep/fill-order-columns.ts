// Orders from before the columns beside the snapshot get theirs, and snapshots from before shape 4 lose titles that may name
// somebody; orders that were applied before there were kept orders are applied again. A small batch at a time, each in a transaction of its own. One look at an empty index each once all have; the
// job goes with the release that reads the columns only.
import { stripSnapshots } from '#app/db/orders/stripped-snapshots.server.ts';
import { fillToldColumns } from '#app/db/orders/told-columns.server.ts';
import { askForHistory } from '#app/db/history/unkept-orders.server.ts';
import { pool, type Queryable } from '#app/db/pool.server.ts';
import { doEachApart } from './do-each-apart.ts';

const BATCH = 500;
/** An hour: they are applied before newer ones, and nobody waits long for these. */
const MOST_APPLIED_AGAIN = 20_000;

/** Safe to stop at any time, to run twice and in parallel. */
export async function fillOrderColumns(): Promise<void> {
  await doEachApart({
    titles: () => inBatches(stripSnapshots),
    columns: () => inBatches(fillToldColumns),
    history: () => askForHistory(pool(), MOST_APPLIED_AGAIN),
  });
}

async function inBatches(work: (db: Queryable, limit: number) => Promise<number>): Promise<void> {
  for (let done = BATCH; done > 0;) done = await work(pool(), BATCH);
}
