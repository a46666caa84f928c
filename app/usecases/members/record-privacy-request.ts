import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import type { Delivery, PrivacySubject } from '#app/core/shop/delivery.ts';
import type { PeopleRequestKind } from '#app/core/members/people-request.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { addPeopleRequest } from '#app/db/members/people-requests.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { hintInstallation } from '#app/db/shop/installation-hints.server.ts';
import { lockShop, type ShopStanding } from '#app/db/shop/shops.server.ts';
import { recordDelivery } from '#app/db/shop/webhook-deliveries.server.ts';

const KINDS: Readonly<Record<string, PeopleRequestKind>> = {
  'customers/data_request': 'data',
  'customers/redact': 'redact',
  'shop/redact': 'erase-shop',
};

/**
 * A compliance topic: kept with the ids it names, and carried out by a job; a copy of data waits for the merchant.
 * `shop/redact` from before the latest install must not erase what that install found again.
 */
export async function recordPrivacyRequest(delivery: Delivery, subject: PrivacySubject): Promise<void> {
  await withTransaction(async (client) => {
    const shop = await lockShop(client, delivery.shopDomain);
    if (!shop) {
      return recordDelivery(client, { ...delivery, outcome: 'refused', reason: 'unknown shop', subject });
    }
    const at = delivery.triggeredAt ?? delivery.receivedAt;
    if (delivery.topic === 'shop/redact' && at <= shop.installedAt) {
      const reason = 'triggered before the install';
      return recordDelivery(client, { ...delivery, outcome: 'ignored', reason, subject });
    }
    if (delivery.topic === 'customers/data_request' && subject.customerId === null) {
      // With only an e-mail there is nothing of ours to hand out.
      return recordDelivery(client, { ...delivery, outcome: 'done', reason: 'names no customer' });
    }
    await recordDelivery(client, { ...delivery, outcome: 'recorded', subject });
    await request(client, shop.id, delivery, subject);
    if (delivery.topic === 'shop/redact') await ringErasure(client, shop);
  });
}

async function request(
  client: PoolClient,
  shopId: number,
  delivery: Delivery,
  subject: PrivacySubject,
): Promise<void> {
  const kind = KINDS[delivery.topic];
  if (!kind) throw new Error(`${delivery.topic} is no privacy request`);
  const { customerId, orderIds } = subject;
  await addPeopleRequest(client, shopId, delivery, { kind, customerId, otherCustomerId: null, orderIds });
  if (kind === 'redact') await enqueue(client, 'carry_out_requests', { shopId });
}

/** An erasure told of a shop that counts as installed says that we missed an uninstall, or is none of Shopify's. */
async function ringErasure(client: PoolClient, { id, uninstalledAt }: ShopStanding): Promise<void> {
  if (uninstalledAt) return enqueue(client, 'erase_shop', { shopId: id });
  await hintInstallation(client, id, now());
  await enqueue(client, 'check_installation', { shopId: id });
}
