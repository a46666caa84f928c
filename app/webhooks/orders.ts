// POST /webhooks/orders. The hot path: signature, snapshot, one shared statement, answer.
import type { Delivery } from '#app/core/shop/delivery.ts';
import { parseOrderNews } from '#app/shopify/snapshots/order-payload.ts';
import { hearOrderNews } from '#app/usecases/orders/hear-order-news.ts';
import { refuseDelivery } from '#app/usecases/shop/refuse-delivery.ts';
import { createBatcher } from './batch.ts';

// One statement at a time: what comes meanwhile makes the next one bigger, and a row in a big batch costs far less. Nobody
// waits for an answer longer than the listener does.
const accept = createBatcher(hearOrderNews, {
  maxItems: 100,
  maxInFlight: 1,
  timeoutMs: 4000,
  slow: { afterMs: 300, most: 4 },
  waitMs: 4500,
});

/** Resolves once the order is stored or its refusal is; rejects when neither could be written. */
export async function receiveOrder(delivery: Delivery, rawBody: Buffer): Promise<void> {
  const read = parseOrderNews(delivery.topic, rawBody.toString('utf8'));
  if (!read.ok) return refuseDelivery(delivery, read.reason);
  const outcome = await accept({ shopDomain: delivery.shopDomain, news: read.news });
  switch (outcome) {
    case 'stored':
      return;
    case 'unknown-shop':
      return refuseDelivery(delivery, 'unknown shop');
  }
}
