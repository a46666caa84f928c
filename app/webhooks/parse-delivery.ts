// A delivery's headers.
import type { IncomingHttpHeaders } from 'node:http';
import type { Delivery } from '#app/core/shop/delivery.ts';

export type SignedDelivery = { delivery: Delivery; hmac: string };

/** Null when one of the headers is missing that Shopify always sends. */
export function readDelivery(headers: IncomingHttpHeaders, receivedAt: Date): SignedDelivery | null {
  const topic = one(headers['x-shopify-topic']);
  const hmac = one(headers['x-shopify-hmac-sha256']);
  const shopDomain = one(headers['x-shopify-shop-domain']);
  const webhookId = one(headers['x-shopify-webhook-id']);
  if (!topic || !hmac || !shopDomain || !webhookId) return null;
  const triggeredAt = instant(one(headers['x-shopify-triggered-at']));
  return {
    delivery: { webhookId, topic, shopDomain: shopDomain.toLowerCase(), triggeredAt, receivedAt },
    hmac,
  };
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function instant(text: string | undefined): Date | null {
  const at = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at);
}
