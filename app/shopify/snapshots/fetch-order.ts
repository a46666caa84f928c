// One order as Shopify has it now, whole: every page of its lines, ways of sending and refunds.
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { AdminUnavailable } from '#app/errors.ts';
import { callPatiently } from '../admin-api/call-patiently.ts';
import { gid } from '../admin-api/ids.ts';
import { readOrderPage, REFUNDS_OF_PAGE, type AdminOrder } from './admin-order.ts';
import { listRefunds, readRefundPage, type AdminRefund } from './admin-refund.ts';
import { snapshotFromAdmin } from './order-from-admin.ts';
import { joined, lastCursor } from './paged.ts';

/** Pages of two states would make an order that never was. */
function refuseChanged(shopDomain: string, now: string | undefined, first: AdminOrder): void {
  if (now !== first.updatedAt) throw new AdminUnavailable(shopDomain, 'order changed while read');
}

async function wholeOrder(shopDomain: string, first: AdminOrder): Promise<AdminOrder> {
  let whole = first;
  while (whole.lineItems.pageInfo.hasNextPage || whole.shippingLines.pageInfo.hasNextPage) {
    const { order } = await callPatiently(shopDomain, readOrderPage, {
      id: first.id,
      after: lastCursor(whole.lineItems),
      shippingAfter: lastCursor(whole.shippingLines),
    });
    refuseChanged(shopDomain, order?.updatedAt, first);
    if (!order) break;
    whole = {
      ...whole,
      lineItems: joined(whole.lineItems, order.lineItems),
      shippingLines: joined(whole.shippingLines, order.shippingLines),
    };
  }
  return whole;
}

const REFUND_PARTS = ['refundLineItems', 'refundShippingLines', 'transactions'] as const;

async function readRefund(shopDomain: string, id: string): Promise<AdminRefund | null> {
  let { refund: whole } = await callPatiently(shopDomain, readRefundPage, { id, after: null });
  const goesOn = (refund: AdminRefund) => REFUND_PARTS.some((part) => refund[part].pageInfo.hasNextPage);
  while (whole && goesOn(whole)) {
    const { refund } = await callPatiently(shopDomain, readRefundPage, {
      id,
      after: lastCursor(whole.refundLineItems),
      shippingAfter: lastCursor(whole.refundShippingLines),
      transactionsAfter: lastCursor(whole.transactions),
    });
    whole = refund && {
      ...whole,
      refundLineItems: joined(whole.refundLineItems, refund.refundLineItems),
      refundShippingLines: joined(whole.refundShippingLines, refund.refundShippingLines),
      transactions: joined(whole.transactions, refund.transactions),
    };
  }
  return whole;
}

async function refundIds(shopDomain: string, order: AdminOrder): Promise<string[]> {
  if (order.refunds.length < REFUNDS_OF_PAGE) return order.refunds.map(({ id }) => id);
  const { order: listed } = await callPatiently(shopDomain, listRefunds, { id: order.id });
  refuseChanged(shopDomain, listed?.updatedAt, order);
  return (listed?.refunds ?? order.refunds).map(({ id }) => id);
}

/** Null when Shopify has the order no longer, or it is older than the 60 days that apps may read. */
export async function fetchOrder(shopDomain: string, orderId: string): Promise<OrderSnapshot | null> {
  const { order } = await callPatiently(shopDomain, readOrderPage, {
    id: gid('Order', orderId),
    after: null,
  });
  if (!order) return null;
  const whole = await wholeOrder(shopDomain, order);
  const refunds: AdminRefund[] = [];
  for (const id of await refundIds(shopDomain, order)) {
    const refund = await readRefund(shopDomain, id);
    if (refund) refunds.push(refund);
  }
  return snapshotFromAdmin(whole, refunds);
}
