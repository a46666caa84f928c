// Rings the reconciliation of every shop that can be asked.
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { shopsToReconcile } from '#app/db/reconciliation.server.ts';

export async function reconcileAll(): Promise<void> {
  await withTransaction(async (client) => {
    for (const shopId of await shopsToReconcile(client)) await enqueue(client, 'reconcile_shop', { shopId });
  });
}
