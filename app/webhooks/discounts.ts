// POST /webhooks/discounts: somebody made, changed or deleted a discount, by hand or we ourselves.
import type { Delivery } from '#app/core/shop/delivery.ts';
import { parseDiscountNews } from '#app/shopify/discounts/discount-payload.ts';
import { hearDiscountNews } from '#app/usecases/discounts/hear-discount-news.ts';
import { refuseDelivery } from '#app/usecases/shop/refuse-delivery.ts';

const TOPICS = new Set(['discounts/create', 'discounts/update', 'discounts/delete']);

export async function receiveDiscount(delivery: Delivery, rawBody: Buffer): Promise<void> {
  if (!TOPICS.has(delivery.topic)) return refuseDelivery(delivery, 'no discounts topic');
  const news = parseDiscountNews(rawBody.toString('utf8'));
  switch (news.kind) {
    case 'automatic':
    case 'code':
      return hearDiscountNews(delivery, news.kind);
    case 'unreadable':
      return refuseDelivery(delivery, news.reason);
  }
}
