// An order may be somebody's third, or their first here: the sweep is asked to look, in the transaction that applied it.
import type { PoolClient } from 'pg';
import { dayIn } from '#app/core/values/days.ts';
import type { AppliedOrders } from '#app/core/orders/applied-orders.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { markBuyers } from '#app/db/moments/mark-for-moments.server.ts';

/** Where more come together, orders are being caught up with, and the sweep would hold them up: the minute's bell rings it. */
const MOST_AT_ONCE = 20;

export async function markAfterOrders(
  client: PoolClient,
  { shopId, timeZone, rules, memberIds, at }: AppliedOrders,
): Promise<void> {
  const { moments = [], paused } = rules;
  if (moments.length === 0 || paused) return;
  const counts = new Map<string, number>();
  for (const id of memberIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  const members = [...counts].map(([memberId, orders]) => ({ memberId, orders }));
  const marked = await markBuyers(client, shopId, moments, members, dayIn(timeZone, at));
  if (marked > 0 && members.length <= MOST_AT_ONCE) await enqueue(client, 'sweep_occasions', { shopId });
}
