// One webhook on its way to the app: signed, with Shopify's headers.
import { randomUUID } from 'node:crypto';
import type { AppSettings, Subscription } from '#tests/local-shopify/shop/app-settings.ts';
import { signingSecret } from '#tests/local-shopify/shop/rotation.ts';
import { includeFields } from './include-fields.ts';
import { webhookSignature } from './webhook-signature.ts';

export type DeliveryStatus = 'waiting' | 'delivered' | 'failed' | 'dropped';

export type Delivery = {
  /** X-Shopify-Webhook-Id: one delivery, the same for its retries and repeats. */
  id: string;
  eventId: string;
  shop: string;
  topic: string;
  subscription: Subscription;
  body: string;
  triggeredAt: Date;
  status: DeliveryStatus;
  attempts: number;
  /** The app's last answer, or why there was none. */
  answer: number | string | null;
};

export type Event = { shop: string; topic: string; payload: object; eventId: string; at: Date };

export function newDelivery(event: Event, subscription: Subscription): Delivery {
  return {
    id: randomUUID(),
    eventId: event.eventId,
    shop: event.shop,
    topic: event.topic,
    subscription,
    body: JSON.stringify(includeFields(event.payload, subscription.includeFields)),
    triggeredAt: event.at,
    status: 'waiting',
    attempts: 0,
    answer: null,
  };
}

export function deliveryHeaders(delivery: Delivery, app: AppSettings): Record<string, string> {
  const { name } = delivery.subscription;
  return {
    'Content-Type': 'application/json',
    'User-Agent': 'Shopify-Captain-Hook',
    'X-Shopify-Topic': delivery.topic,
    'X-Shopify-Hmac-Sha256': webhookSignature(delivery.body, signingSecret(app, 'webhooks')),
    'X-Shopify-Shop-Domain': delivery.shop,
    'X-Shopify-API-Version': app.apiVersion,
    'X-Shopify-Webhook-Id': delivery.id,
    'X-Shopify-Event-Id': delivery.eventId,
    'X-Shopify-Triggered-At': delivery.triggeredAt.toISOString(),
    ...(name === null ? {} : { 'X-Shopify-Name': name }),
  };
}
