// Asks Shopify for the orders whose tellings don't decide by themselves, then the ledger follows as usual.
import { isSettled } from '#app/core/order-snapshot.ts';
import { adoptRead, ordersToRead } from '#app/db/order-inbox.server.ts';
import { fetchOrder } from '#app/shopify/fetch-order.ts';
import { hashSnapshot } from './accept-order-news.ts';

const BATCH = 50;

/** Returns how many orders were read. Throws a Failure when Shopify can't be asked: those orders stay marked. */
export async function readMarkedOrders(shop: { id: number; domain: string }): Promise<number> {
  const marked = await ordersToRead(shop.id, BATCH);
  for (const { orderId, revision } of marked) {
    const snapshot = await fetchOrder(shop.domain, orderId);
    const read = snapshot && hashSnapshot(snapshot);
    const paid = read && isSettled(read.snapshot) ? read : null;
    await adoptRead({ shopId: shop.id, orderId, revision }, read, paid);
  }
  return marked.length;
}
