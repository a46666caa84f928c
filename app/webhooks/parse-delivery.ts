// A delivery's headers.
import type { IncomingHttpHeaders } from 'node:http';
import type { Delivery } from '#app/core/shop/delivery.ts';
import { readInstant } from '#app/shopify/payloads/read-instant.ts';

/** `impossible` names the header that Shopify can't have written; the delivery then has only what can be kept of it. */
export type SignedDelivery = { delivery: Delivery; hmac: string; impossible: string | null };

const SHOP_DOMAIN = /^[a-z0-9][a-z0-9-]{0,99}\.myshopify\.com$/;
const TOPIC = /^[a-z0-9_./-]{1,100}$/;
const MOST_ID_LETTERS = 255;

/** Null when one of the headers is missing that Shopify always sends. */
export function readDelivery(headers: IncomingHttpHeaders, receivedAt: Date): SignedDelivery | null {
  const topic = one(headers['x-shopify-topic']);
  const hmac = one(headers['x-shopify-hmac-sha256']);
  const shopDomain = one(headers['x-shopify-shop-domain']);
  const webhookId = one(headers['x-shopify-webhook-id']);
  if (!topic || !hmac || !shopDomain || !webhookId) return null;
  const named = { webhookId, topic, shopDomain: shopDomain.toLowerCase() };
  const triggeredAt = past(readInstant(one(headers['x-shopify-triggered-at']) ?? ''), receivedAt);
  return { delivery: { ...cut(named), triggeredAt, receivedAt }, hmac, impossible: impossibleHeader(named) };
}

type Named = Pick<Delivery, 'webhookId' | 'topic' | 'shopDomain'>;

function impossibleHeader({ webhookId, topic, shopDomain }: Named): string | null {
  if (webhookId.length > MOST_ID_LETTERS) return 'webhook id';
  if (!TOPIC.test(topic)) return 'topic';
  return SHOP_DOMAIN.test(shopDomain) ? null : 'shop domain';
}

/** A key and an index hold no more. */
function cut({ webhookId, topic, shopDomain }: Named): Named {
  const [id, about, shop] = [webhookId, topic, shopDomain].map((text) => text.slice(0, MOST_ID_LETTERS));
  return { webhookId: id ?? '', topic: about ?? '', shopDomain: shop ?? '' };
}

/** Nobody signed the time: it may make news older, and never newer than now. */
function past(triggeredAt: Date | null, receivedAt: Date): Date | null {
  return triggeredAt && triggeredAt > receivedAt ? receivedAt : triggeredAt;
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
