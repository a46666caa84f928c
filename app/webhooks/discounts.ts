// POST /webhooks/discounts: somebody made, changed or deleted a discount, or deleted a code, by hand or we ourselves.
import type { Delivery } from '#app/core/shop/delivery.ts';
import { parseCodeNews, parseDiscountNews } from '#app/shopify/discounts/discount-payload.ts';
import { hearDiscountNews } from '#app/usecases/discounts/hear-discount-news.ts';
import { hearCodeRemoved } from '#app/usecases/rewards/hear-code-removed.ts';
import { refuseDelivery } from '#app/usecases/shop/refuse-delivery.ts';

const TOPICS = new Set(['discounts/create', 'discounts/update', 'discounts/delete']);

export async function receiveDiscount(delivery: Delivery, rawBody: Buffer): Promise<void> {
  const raw = rawBody.toString('utf8');
  if (delivery.topic === 'discounts/redeemcode_removed') return receiveCode(delivery, raw);
  if (!TOPICS.has(delivery.topic)) return refuseDelivery(delivery, 'no discounts topic');
  const news = parseDiscountNews(raw);
  switch (news.kind) {
    case 'automatic':
    case 'code':
      return hearDiscountNews(delivery, news);
    case 'unreadable':
      return refuseDelivery(delivery, news.reason);
  }
}

async function receiveCode(delivery: Delivery, raw: string): Promise<void> {
  const news = parseCodeNews(raw);
  if (news.kind === 'unreadable') return refuseDelivery(delivery, news.reason);
  return hearCodeRemoved(delivery, news.code);
}
