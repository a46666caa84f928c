// Orders that were set aside are tried at once: by the merchant's wish, or because a worker starts, which may be of a
// version that can do what the one before couldn't.
import { now } from '#app/clock.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { shopsToTryAgain, tryAllAgain } from '#app/db/orders/set-aside.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';

/** What is tried by which job: one that is marked to be read anew is read before the others are applied. */
const JOBS_OF = { apply: ['apply_orders'], read: ['reconcile_shop', 'apply_orders'] } as const;

/** Of one shop, or, with null, of all. */
export async function trySetAsideAgain(shopId: number | null): Promise<void> {
  const at = now();
  await withTransaction(async (client) => {
    await tryAllAgain(client, shopId, at);
    for (const step of ['apply', 'read'] as const) {
      for (const id of await shopsToTryAgain(client, step, at, shopId)) {
        for (const job of JOBS_OF[step]) await enqueue(client, job, { shopId: id });
      }
    }
  });
}
