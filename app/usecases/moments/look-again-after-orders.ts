// An order may be what a member lacked for a gift whose window was open when it was placed, however late it is told: the
// sweep is asked to look again from that day on.
import type { PoolClient } from 'pg';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { daysToLookAt } from '#app/core/moments/days-to-look-at.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import { whoOf } from '#app/core/moments/who-of-moment.ts';
import { awaitsOrders } from '#app/core/who/who.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { askToLookAgain } from '#app/db/moments/moments.server.ts';
import type { AppliedOrders, ArrivedOrder } from '#app/core/orders/applied-orders.ts';

export async function lookAgainAfterOrders(client: PoolClient, applied: AppliedOrders): Promise<void> {
  let asked = 0;
  for (const occasion of applied.rules.occasions) {
    if (awaitsOrders(whoOf(occasion))) asked += await askFor(client, occasion, applied);
  }
  if (asked > 0) await enqueue(client, 'sweep_occasions', { shopId: applied.shopId });
}

async function askFor(
  client: PoolClient,
  occasion: Moment,
  { shopId, timeZone, arrived, at }: AppliedOrders,
): Promise<number> {
  const today = dayIn(timeZone, at);
  const dayOf = ({ placedAt }: ArrivedOrder) => dayIn(timeZone, new Date(placedAt));
  let asked = 0;
  for (const day of new Set(arrived.map(dayOf))) {
    const days = daysToLookAt(occasion, { sweptThrough: addDays(day, -1), today });
    const memberIds = arrived.filter((each) => dayOf(each) === day).map(({ memberId }) => memberId);
    asked += await askToLookAgain(client, shopId, occasion.kind, days, memberIds, day);
  }
  return asked;
}
