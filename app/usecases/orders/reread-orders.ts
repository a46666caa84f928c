// Asks Shopify for the orders whose tellings don't decide by themselves, then the ledger follows as usual.
import { isPaid } from '#app/core/snapshots/order-snapshot.ts';
import { adoptRead, ordersToRead } from '#app/db/orders/order-inbox.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { fetchOrder } from '#app/shopify/snapshots/fetch-order.ts';
import { hashSnapshot } from './accept-order-news.ts';

const BATCH = 50;

/** Returns how many orders were read. Throws a Failure when Shopify can't be asked: those orders stay marked. */
export async function rereadOrders(shopId: number): Promise<number> {
  const marked = await ordersToRead(shopId, BATCH);
  const shop = marked.length > 0 ? await shopProgram(pool(), shopId) : null;
  if (!shop) return 0;
  for (const { orderId, revision } of marked) {
    const snapshot = await fetchOrder(shop.domain, orderId);
    const read = snapshot && hashSnapshot(snapshot);
    const paid = read && isPaid(read.snapshot) ? read : null;
    await adoptRead({ shopId, orderId, revision }, read, paid);
  }
  return marked.length;
}
