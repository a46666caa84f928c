// Rings the sweep of every shop where a new day has begun.
import { now } from '#app/clock.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { shopsToSweep } from '#app/db/moments/sweep-mark.server.ts';

export async function ringSweeps(at: Date = now()): Promise<void> {
  await withTransaction(async (client) => {
    for (const shopId of await shopsToSweep(client, at)) await enqueue(client, 'sweep_occasions', { shopId });
  });
}
