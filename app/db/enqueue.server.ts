// Jobs are enqueued in the transaction that made them necessary, so that neither is ever there without the other.
import { JOBS, type ShopJobName } from '#app/core/jobs.ts';
import { keepBell, ringBells } from './kept-bells.server.ts';
import { pool, type Queryable } from './pool.server.ts';

/** Bells that are rung together: none waits long for the others to be rung. */
export const AT_ONCE = 100;

type ShopPayload = { shopId: number };

/**
 * One waiting job per shop and name: asking twice before it starts runs it once; while it runs, once more. In a transaction it is
 * rung at the end (kept-bells.server.ts).
 */
export async function enqueue(client: Queryable, name: ShopJobName, { shopId }: ShopPayload): Promise<void> {
  if (!keepBell(client, { name, shopId })) await ringBells(client, [{ name, shopId }]);
}

/** Of many shops, each hundred by itself: for work that was there before, and that nothing else has to commit with. */
export async function enqueueForAll(name: ShopJobName, shopIds: readonly number[]): Promise<void> {
  for (let start = 0; start < shopIds.length; start += AT_ONCE) {
    const some = shopIds.slice(start, start + AT_ONCE);
    await pool().query('select ring_bells($1, $2::int[], $3::int)', [name, some, JOBS[name].maxAttempts]);
  }
}
