// What the app makes of an order: read from its webhook's payload, and read from the Admin API.
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { readOrderPage } from '#app/shopify/snapshots/admin-order.ts';
import { readRefundPage, type AdminRefund } from '#app/shopify/snapshots/admin-refund.ts';
import { snapshotFromAdmin } from '#app/shopify/snapshots/order-from-admin.ts';
import { parseOrderNews } from '#app/shopify/snapshots/order-payload.ts';
import type { InMemory } from './in-memory.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { includeFields } from '#tests/local-shopify/webhooks/include-fields.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';

export async function viaAdmin(world: InMemory, order: Order): Promise<OrderSnapshot> {
  const id = `gid://shopify/Order/${order.id}`;
  const first = await world.admin(readOrderPage.document, { id, after: null });
  const { order: read } = readOrderPage.result.parse(first.body.data);
  if (!read) throw new Error('no order');
  const refunds: AdminRefund[] = [];
  for (const one of read.refunds) {
    const answer = await world.admin(readRefundPage.document, { id: one.id, after: null });
    const { refund } = readRefundPage.result.parse(answer.body.data);
    if (refund) refunds.push(refund);
  }
  return snapshotFromAdmin(read, refunds);
}

/** With no more of the payload than the app's toml asks for. */
export function viaWebhook(world: InMemory, order: Order): OrderSnapshot {
  const { subscriptions } = world.shopify.app;
  const fields = subscriptions.find((one) => one.topic === 'orders/updated')?.includeFields ?? null;
  const body = JSON.stringify(includeFields(orderPayload(world.shop, order), fields));
  const read = parseOrderNews('orders/updated', body);
  if (!read.ok || read.news.kind !== 'snapshot') throw new Error('no snapshot');
  return read.news.snapshot;
}
