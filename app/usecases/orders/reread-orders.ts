// Asks Shopify for the orders whose tellings don't decide by themselves, then the ledger follows as usual.
import { now } from '#app/clock.server.ts';
import { isPaid } from '#app/core/snapshots/order-snapshot.ts';
import { adoptRead, noteTakenOff, ordersToRead } from '#app/db/orders/order-inbox.server.ts';
import { endSetAside } from '#app/db/orders/set-aside.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { askCustomersThere } from '../storefront/ask-customers-there.ts';
import { hashSnapshot } from './accept-order-news.ts';
import { readOrder } from './read-order.ts';

const BATCH = 50;

/**
 * Returns how many orders were read. Throws a Failure when Shopify can't be asked: those orders stay marked. One that can't be
 * read waits alone.
 */
export async function rereadOrders(shopId: number): Promise<number> {
  const marked = await ordersToRead(shopId, BATCH, now());
  const shop = marked.length > 0 ? await shopProgram(pool(), shopId) : null;
  if (!shop) return 0;
  for (const { orderId, revision, lost } of marked) {
    const order = { shopId, domain: shop.domain, orderId, revision };
    await readOrder(order, async (snapshot) => {
      const read = snapshot && hashSnapshot(snapshot);
      const paid = read && isPaid(read.snapshot) ? read : null;
      // Asked before the order's mark goes: whoever is there was taken off it, whoever is gone keeps it.
      const asks = lost !== null && (snapshot?.customerId ?? null) === null;
      const there = asks ? await askCustomersThere(shop.domain, [lost]) : null;
      await adoptRead(order, read, paid);
      if (asks && there) await noteTakenOff(order, lost, there.has(lost.customerId));
      await endSetAside(pool(), shopId, 'read', [orderId]);
    });
  }
  return marked.length;
}
