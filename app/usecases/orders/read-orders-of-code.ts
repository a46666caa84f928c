// Orders that bear a discount code and that nobody told us of: a webhook and a reconciliation may both have missed one.
import { newsAmong } from '#app/db/orders/news-among.server.ts';
import { endSetAside } from '#app/db/orders/set-aside.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { findOrdersOfCode } from '#app/shopify/rewards/orders-of-code.ts';
import { acceptOrderNews } from './accept-order-news.ts';
import { readOrder } from './read-order.ts';

/**
 * Stores what Shopify's search finds, where it isn't known in that state. Returns whether all of it could be read: what couldn't is
 * set aside. Throws a Failure when Shopify can't be asked.
 */
export async function readOrdersOfCode(
  { id: shopId, domain }: { id: number; domain: string },
  code: string,
): Promise<boolean> {
  const found = await findOrdersOfCode(domain, code);
  let all = true;
  for (const { orderId } of await newsAmong(pool(), shopId, found)) {
    const isRead = await readOrder({ shopId, domain, orderId, revision: 0 }, async (snapshot) => {
      if (snapshot) await acceptOrderNews([{ shopDomain: domain, news: { kind: 'snapshot', snapshot } }]);
      await endSetAside(pool(), shopId, 'read', [orderId]);
    });
    all &&= isRead;
  }
  return all;
}
