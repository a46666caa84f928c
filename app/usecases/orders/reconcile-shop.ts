// Orders that no webhook told: everything that changed at Shopify since the mark, however long ago that was.
import { now } from '#app/clock.server.ts';
import { knownUpdates } from '#app/db/orders/order-inbox.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { moveReconciledThrough, shopToReconcile } from '#app/db/orders/reconciliation.server.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { fetchOrder } from '#app/shopify/snapshots/fetch-order.ts';
import { digitsOfGid } from '#app/shopify/admin-api/ids.ts';
import { ordersUpdated } from '#app/shopify/orders/orders-updated.ts';
import { acceptOrderNews } from './accept-order-news.ts';

/** Shopify's search index runs behind its orders by seconds: look back a little further than the mark. */
const OVERLAP_MS = 5 * 60_000;

type Listed = { id: string; updatedAt: string };

/** Only orders that aren't known in this state are read whole. */
async function acceptPage(shop: { id: number; domain: string }, nodes: readonly Listed[]): Promise<void> {
  const listed = nodes.flatMap(({ id, updatedAt }) => {
    const orderId = digitsOfGid(id);
    return orderId ? [{ orderId, updatedAt: new Date(updatedAt) }] : [];
  });
  const known = await knownUpdates(
    pool(),
    shop.id,
    listed.map(({ orderId }) => orderId),
  );
  for (const { orderId, updatedAt } of listed) {
    const seen = known.get(orderId);
    if (seen && seen >= updatedAt) continue;
    const snapshot = await fetchOrder(shop.domain, orderId);
    if (snapshot) await acceptOrderNews([{ shopDomain: shop.domain, news: { kind: 'snapshot', snapshot } }]);
  }
}

/**
 * Works through the changes in their order and moves the mark after each page, so that an interruption costs one
 * page, and an outage of any length is healed whole. Throws a Failure when Shopify can't be asked.
 */
export async function reconcileShop(shopId: number): Promise<void> {
  const startedAt = now();
  const shop = await shopToReconcile(pool(), shopId);
  if (!shop) return;
  const since = new Date(shop.reconciledThrough.getTime() - OVERLAP_MS);
  const query = `updated_at:>='${since.toISOString()}'`;
  let after: string | null = null;
  for (;;) {
    const page: {
      orders: { nodes: Listed[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
    } = await callAdmin(shop.domain, ordersUpdated, { query, after });
    await acceptPage(shop, page.orders.nodes);
    const last = page.orders.nodes.at(-1);
    if (!page.orders.pageInfo.hasNextPage) break;
    if (last) await moveReconciledThrough(pool(), shopId, new Date(last.updatedAt));
    after = page.orders.pageInfo.endCursor;
  }
  await moveReconciledThrough(pool(), shopId, startedAt);
}
