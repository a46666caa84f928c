// Jobs are enqueued in the transaction that made them necessary, so that neither is ever there without the other.
import type { ClientBase } from 'pg';
import { JOBS, type ShopJobName } from '#app/core/jobs.ts';

type ShopPayload = { shopId: number };

/** One waiting job per shop and name: asking twice before it starts runs it once; while it runs, once more. */
export async function enqueue(client: ClientBase, name: ShopJobName, { shopId }: ShopPayload): Promise<void> {
  // Not add_job itself: see prisma/functions/ring_bell.sql.
  await client.query('select ring_bell($1, $2::int, $3::int)', [name, shopId, JOBS[name].maxAttempts]);
}
