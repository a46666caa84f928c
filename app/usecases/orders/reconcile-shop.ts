// Orders that no webhook told: everything that changed at Shopify since the mark, however long ago that was; then what no
// listing tells, orders that were deleted and customers who were merged.
import { now } from '#app/clock.server.ts';
import type { ListedOrder } from '#app/core/snapshots/listed-order.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { customerOfOrder } from '#app/db/members/lost-merges.server.ts';
import { newsAmong } from '#app/db/orders/news-among.server.ts';
import { pool } from '#app/db/pool.server.ts';
import {
  endReconciliation,
  moveReconciledThrough,
  shopToReconcile,
  type ShopToReconcile,
} from '#app/db/orders/reconciliation.server.ts';
import { endSetAside, ordersToTryAgain } from '#app/db/orders/set-aside.server.ts';
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { listedOrders } from '#app/shopify/orders/listed-orders.ts';
import { ordersUpdated, type OrdersUpdated } from '#app/shopify/orders/orders-updated.ts';
import { findLostMerges } from '../members/find-lost-merges.ts';
import { acceptOrderNews } from './accept-order-news.ts';
import { findMissingOrders } from './find-missing-orders.ts';
import { readOrder } from './read-order.ts';

/** Shopify's search index runs behind its orders by seconds: look back a little further than the mark. */
const OVERLAP_MS = 5 * 60_000;

/** The run's findings: orders that Shopify named, and customers who had an order that is another's now. */
type Findings = { listed: Set<string>; losers: Set<string> };

/** One that can't be read waits alone: the mark moves on, and later changes are reached. */
async function read(shop: ShopToReconcile, orderId: string, losers: Set<string>): Promise<void> {
  await readOrder({ shopId: shop.id, domain: shop.domain, orderId, revision: 0 }, async (snapshot) => {
    if (snapshot) await accept(shop, snapshot, losers);
    await endSetAside(pool(), shop.id, 'read', [orderId]);
  });
}

async function accept(
  { id, domain }: ShopToReconcile,
  snapshot: OrderSnapshot,
  losers: Set<string>,
): Promise<void> {
  const before = await customerOfOrder(pool(), id, snapshot.orderId);
  if (before !== null && before !== snapshot.customerId) losers.add(before);
  await acceptOrderNews([{ shopDomain: domain, news: { kind: 'snapshot', snapshot } }]);
}

/** Only orders that aren't known in this state are read whole. */
async function acceptPage(
  shop: ShopToReconcile,
  page: readonly ListedOrder[],
  found: Findings,
): Promise<void> {
  for (const { orderId } of page) found.listed.add(orderId);
  for (const { orderId } of await newsAmong(pool(), shop.id, page)) await read(shop, orderId, found.losers);
}

async function acceptUpdated(shop: ShopToReconcile, found: Findings): Promise<void> {
  const since = new Date(shop.reconciledThrough.getTime() - OVERLAP_MS);
  const query = `updated_at:>='${since.toISOString()}'`;
  let after: string | null = null;
  for (;;) {
    const { orders: page }: OrdersUpdated = await callPatiently(shop.domain, ordersUpdated, { query, after });
    await acceptPage(shop, listedOrders(page.nodes), found);
    const last = page.nodes.at(-1);
    if (!page.pageInfo.hasNextPage) return;
    if (last) await moveReconciledThrough(pool(), shop.id, new Date(last.updatedAt));
    after = page.pageInfo.endCursor;
  }
}

async function readSetAside(shop: ShopToReconcile, { losers }: Findings): Promise<void> {
  for (const orderId of await ordersToTryAgain(pool(), shop.id, now())) {
    await read(shop, orderId, losers);
  }
}

/**
 * Works through the changes in their order and moves the mark after each page, so that an interruption costs one
 * page, and an outage of any length is healed whole. Throws a Failure when Shopify can't be asked.
 */
export async function reconcileShop(shopId: number): Promise<void> {
  const shop = await shopToReconcile(pool(), shopId);
  if (!shop) return;
  const found: Findings = { listed: new Set(), losers: new Set() };
  await acceptUpdated(shop, found);
  await endReconciliation(pool(), shopId, shop.startedAt, now());
  await readSetAside(shop, found);
  await findMissingOrders(shop, found.listed);
  await findLostMerges(shop, found.losers);
}
