// An order may be what a member lacked for a gift whose window is open: the sweep is asked to look again.
import type { PoolClient } from 'pg';
import { dayIn } from '#app/core/values/days.ts';
import { daysToLookAt } from '#app/core/moments/days-to-look-at.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { askToLookAgain } from '#app/db/moments/moments.server.ts';
import type { AppliedOrders } from '#app/core/orders/applied-orders.ts';

export async function lookAgainAfterOrders(
  client: PoolClient,
  { shopId, timeZone, rules, memberIds, at }: AppliedOrders,
): Promise<void> {
  const today = dayIn(timeZone, at);
  let asked = 0;
  for (const occasion of rules.occasions) {
    if (occasion.who !== 'ordered') continue;
    const days = daysToLookAt(occasion, { sweptThrough: null, today });
    asked += await askToLookAgain(client, shopId, occasion.kind, days, memberIds);
  }
  if (asked > 0) await enqueue(client, 'sweep_occasions', { shopId });
}
