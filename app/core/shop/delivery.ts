// One webhook delivery, as its headers tell it.

export type Delivery = {
  /** `X-Shopify-Webhook-Id`: the same when Shopify repeats a delivery. */
  webhookId: string;
  topic: string;
  shopDomain: string;
  triggeredAt: Date | null;
  receivedAt: Date;
};

/** The outcome of a delivery. Accepted orders leave none: their snapshot says it. */
export type DeliveryOutcome = 'done' | 'recorded' | 'ignored' | 'refused';

/** The customer and orders that a privacy request names: ids as decimal strings, nothing else. */
export type PrivacySubject = { customerId: string | null; orderIds: string[] };
