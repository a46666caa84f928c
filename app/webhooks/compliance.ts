// POST /webhooks/compliance: recorded and answered now, carried out within thirty days.
import type { Delivery } from '#app/core/shop/delivery.ts';
import { parsePrivacyRequest } from '#app/shopify/members/privacy-payload.ts';
import { recordPrivacyRequest } from '#app/usecases/members/record-privacy-request.ts';
import { refuseDelivery } from '#app/usecases/shop/refuse-delivery.ts';

export async function receiveCompliance(delivery: Delivery, rawBody: Buffer): Promise<void> {
  const read = parsePrivacyRequest(delivery.topic, rawBody.toString('utf8'), delivery.shopDomain);
  if (!read.ok) return refuseDelivery(delivery, read.reason);
  return recordPrivacyRequest(delivery, read.subject);
}
