import { now } from '#app/clock.server.ts';
import { daysBefore, KEPT_DAYS } from '#app/core/shop/retention.ts';
import { earlierNow } from '#app/db/upkeep/earlier-now.server.ts';
import { deleteSomeOfNobody, shopsWithOrdersOfNobody } from '#app/db/orders/orders-of-nobody.server.ts';
import { pool } from '#app/db/pool.server.ts';

const BATCH = 500;

/** Shop by shop, a small batch at a time, each a transaction of its own. Safe to stop, to run twice and in parallel. */
export async function deleteOrdersOfNobody(): Promise<void> {
  const before = daysBefore(await earlierNow(pool(), now()), KEPT_DAYS.ordersOfNobody);
  for (const shopId of await shopsWithOrdersOfNobody(pool(), before)) {
    for (let gone = BATCH; gone > 0;) gone = await deleteSomeOfNobody(pool(), shopId, before, BATCH);
  }
}
