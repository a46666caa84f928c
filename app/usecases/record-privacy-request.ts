import type { Delivery, PrivacySubject } from '#app/core/delivery.ts';
import { findShop } from '#app/db/shops.server.ts';
import { recordDelivery } from '#app/db/webhook-deliveries.server.ts';

/**
 * A compliance topic: kept with the ids it names, for the thirty days in which it must be carried out.
 * `shop/redact` from before the latest install must not erase what that install found again.
 */
export async function recordPrivacyRequest(delivery: Delivery, subject: PrivacySubject): Promise<void> {
  const shop = await findShop(delivery.shopDomain);
  if (!shop) return recordDelivery({ ...delivery, outcome: 'refused', reason: 'unknown shop', subject });
  const at = delivery.triggeredAt ?? delivery.receivedAt;
  if (delivery.topic === 'shop/redact' && at <= shop.installedAt) {
    return recordDelivery({
      ...delivery,
      outcome: 'ignored',
      reason: 'triggered before the install',
      subject,
    });
  }
  return recordDelivery({ ...delivery, outcome: 'recorded', subject });
}
