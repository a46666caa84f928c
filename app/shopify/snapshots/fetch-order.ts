// One order as Shopify has it now, whole: every page of its lines and refunds.
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { AdminUnavailable } from '#app/errors.ts';
import { callPatiently } from '../admin-api/call-patiently.ts';
import { gid } from '../admin-api/ids.ts';
import { readOrderPage, readRefundPage, type AdminOrder, type AdminRefund } from './admin-order.ts';
import { snapshotFromAdmin } from './order-from-admin.ts';

async function readLines(shopDomain: string, first: AdminOrder): Promise<AdminOrder['lineItems']['nodes']> {
  const lines = [...first.lineItems.nodes];
  let page = first.lineItems.pageInfo;
  while (page.hasNextPage) {
    const { order } = await callPatiently(shopDomain, readOrderPage, { id: first.id, after: page.endCursor });
    // Pages of two states would make an order that never was.
    if (order?.updatedAt !== first.updatedAt)
      throw new AdminUnavailable(shopDomain, 'order changed while read');
    lines.push(...order.lineItems.nodes);
    page = order.lineItems.pageInfo;
  }
  return lines;
}

async function readRefund(shopDomain: string, id: string): Promise<AdminRefund | null> {
  const { refund } = await callPatiently(shopDomain, readRefundPage, { id, after: null });
  if (!refund) return null;
  const lines = [...refund.refundLineItems.nodes];
  let page = refund.refundLineItems.pageInfo;
  while (page.hasNextPage) {
    const next = await callPatiently(shopDomain, readRefundPage, { id, after: page.endCursor });
    if (!next.refund) break;
    lines.push(...next.refund.refundLineItems.nodes);
    page = next.refund.refundLineItems.pageInfo;
  }
  return { ...refund, refundLineItems: { nodes: lines, pageInfo: page } };
}

/** Null when Shopify has the order no longer, or it is older than the 60 days that apps may read. */
export async function fetchOrder(shopDomain: string, orderId: string): Promise<OrderSnapshot | null> {
  const { order } = await callPatiently(shopDomain, readOrderPage, {
    id: gid('Order', orderId),
    after: null,
  });
  if (!order) return null;
  const lines = await readLines(shopDomain, order);
  const refunds: AdminRefund[] = [];
  for (const { id } of order.refunds) {
    const refund = await readRefund(shopDomain, id);
    if (refund) refunds.push(refund);
  }
  return snapshotFromAdmin(order, lines, refunds);
}
