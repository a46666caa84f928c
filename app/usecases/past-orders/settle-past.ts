// The ledger follows in its own job; past orders are through once it has.
import { setTimeout as wait } from 'node:timers/promises';
import { now } from '#app/clock.server.ts';
import { hasDueOrders, joinByFirstOrder } from '#app/db/past-orders/past-members.server.ts';
import { changePastOrders, type PastOrdersRow } from '#app/db/past-orders/past-orders.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import type { PastShop } from './go-on-with-past.ts';
import { later } from './later.ts';

/** A few orders are followed within seconds; for many the bell comes back. */
const LOOKS_MS = [0, 250, 500, 1_000, 2_000, 4_000];
const AGAIN_MS = 5_000;
const AT_ONCE = 500;

export async function settleReading({ id }: PastShop, { firstAskedAt }: PastOrdersRow): Promise<boolean> {
  if (await waits(id, 'settling')) return false;
  const join = () =>
    withTransaction(async (client) => {
      const moved = await joinByFirstOrder(client, id, { since: firstAskedAt, limit: AT_ONCE });
      if (moved > 0) await enqueue(client, 'sync_members', { shopId: id });
      return moved;
    });
  for (let moved = AT_ONCE; moved >= AT_ONCE;) moved = await join();
  await changePastOrders(pool(), id, 'settling', { step: 'read', readAt: now(), url: null, dueAt: null });
  return false;
}

export async function settleAwards({ id }: PastShop): Promise<boolean> {
  if (await waits(id, 'settling-awards')) return false;
  await changePastOrders(pool(), id, 'settling-awards', { step: 'awarded', dueAt: null });
  return false;
}

async function waits(shopId: number, step: 'settling' | 'settling-awards'): Promise<boolean> {
  for (const pause of LOOKS_MS) {
    await wait(pause);
    if (!(await hasDueOrders(pool(), shopId))) return false;
  }
  await changePastOrders(pool(), shopId, step, { dueAt: later(AGAIN_MS) });
  return true;
}
