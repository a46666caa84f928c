// Orders that were set aside are tried at once: by the merchant's wish, or because a worker starts, which may be of a
// version that can do what the one before couldn't.
import { now } from '#app/clock.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { shopsToTryAgain, tryAllAgain } from '#app/db/orders/set-aside.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';

/** Of one shop, or, with null, of all. */
export async function trySetAsideAgain(shopId: number | null): Promise<void> {
  await withTransaction(async (client) => {
    await tryAllAgain(client, shopId, now());
    for (const id of await shopsToTryAgain(client, 'apply', now())) {
      await enqueue(client, 'apply_orders', { shopId: id });
    }
    for (const id of await shopsToTryAgain(client, 'read', now())) {
      await enqueue(client, 'reconcile_shop', { shopId: id });
    }
  });
}
