// Orders that were set aside are tried again once their time has come, by the jobs that couldn't do them.
import type { SetAsideStep } from '#app/core/orders/set-aside.ts';
import type { ShopJobName } from '#app/core/jobs.ts';
import { now } from '#app/clock.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { shopsToTryAgain, tryAllAgain } from '#app/db/orders/set-aside.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';

const JOB_OF: Readonly<Record<SetAsideStep, ShopJobName>> = { apply: 'apply_orders', read: 'reconcile_shop' };

export async function ringSetAside(): Promise<void> {
  await withTransaction(async (client) => {
    for (const step of ['apply', 'read'] as const) {
      const shopIds = await shopsToTryAgain(client, step, now());
      for (const shopId of shopIds) await enqueue(client, JOB_OF[step], { shopId });
    }
  });
}

/** A worker that starts may be of a version that can do what the one before couldn't. */
export async function tryAllSetAside(): Promise<void> {
  await tryAllAgain(pool(), null, now());
  await ringSetAside();
}
