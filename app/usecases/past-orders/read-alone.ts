// Orders that the file doesn't tell whole are read one by one. One that can't be read is set aside, and holds up no other.
import { changePastOrders, type PastOrdersRow } from '#app/db/past-orders/past-orders.server.ts';
import { endSetAside } from '#app/db/orders/set-aside.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { acceptOrderNews } from '../orders/accept-order-news.ts';
import { readOrder } from '../orders/read-order.ts';
import type { PastShop } from './go-on-with-past.ts';
import { later } from './later.ts';

/** So many are done again at most where the job is cut off. */
const AT_ONCE = 20;
const ALIVE_MS = 120_000;

export async function readAlone(shop: PastShop, row: PastOrdersRow): Promise<boolean> {
  let { readAlone: done, stored } = row;
  for (let left = row.alone; left.length > 0; left = left.slice(AT_ONCE)) {
    for (const orderId of left.slice(0, AT_ONCE)) {
      if (await readOne(shop, orderId)) stored += 1;
    }
    done += Math.min(AT_ONCE, left.length);
    const change = { alone: left.slice(AT_ONCE), readAlone: done, stored, dueAt: later(ALIVE_MS) };
    if (!(await changePastOrders(pool(), shop.id, 'alone', change))) return false;
  }
  return changePastOrders(pool(), shop.id, 'alone', { step: 'settling', dueAt: later(0) });
}

/** Whether there is such an order. */
async function readOne({ id, domain }: PastShop, orderId: string): Promise<boolean> {
  let isThere = false;
  await readOrder({ shopId: id, domain, orderId, revision: 0 }, async (snapshot) => {
    isThere = snapshot !== null;
    if (snapshot) await acceptOrderNews([{ shopDomain: domain, news: { kind: 'snapshot', snapshot } }]);
    await endSetAside(pool(), id, 'read', [orderId]);
  });
  return isThere;
}
