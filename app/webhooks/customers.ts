// POST /webhooks/customers: two customers became one, or somebody said yes or no to the newsletter.
import type { Delivery } from '#app/core/shop/delivery.ts';
import { parseMerge } from '#app/shopify/members/merge-payload.ts';
import { hearConsentNews } from '#app/usecases/moments/hear-consent-news.ts';
import { recordMerge } from '#app/usecases/members/record-merge.ts';
import { ignoreDelivery, refuseDelivery } from '#app/usecases/shop/refuse-delivery.ts';

export async function receiveCustomers(delivery: Delivery, rawBody: Buffer): Promise<void> {
  if (delivery.topic === 'customers_email_marketing_consent/update') return hearConsentNews(delivery);
  if (delivery.topic !== 'customers/merge') return refuseDelivery(delivery, 'no customers topic');
  const read = parseMerge(rawBody.toString('utf8'));
  switch (read.kind) {
    case 'merged':
      return recordMerge(delivery, read);
    case 'not-yet':
      return ignoreDelivery(delivery, read.reason);
    case 'unreadable':
      return refuseDelivery(delivery, read.reason);
  }
}
