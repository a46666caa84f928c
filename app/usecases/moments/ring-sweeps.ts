// Rings the sweep of every shop where a new day has begun.
import { now } from '#app/clock.server.ts';
import { enqueueForAll } from '#app/db/enqueue.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopsToSweep } from '#app/db/moments/sweep-mark.server.ts';

export async function ringSweeps(at: Date = now()): Promise<void> {
  await enqueueForAll('sweep_occasions', await shopsToSweep(pool(), at));
}
