// Bodies of the compliance topics, reduced to ids: e-mails and phones are dropped here.
import { z } from 'zod';
import type { PrivacySubject } from '#app/core/shop/delivery.ts';
import { refusedFields, toldId } from '../payloads/told-values.ts';
import { parseBody } from '../payloads/webhook-body.ts';

const TOPICS = ['customers/data_request', 'customers/redact', 'shop/redact'];

const body = z.object({
  shop_domain: z.string().nullish(),
  customer: z.object({ id: toldId.nullish() }).nullish(),
  orders_requested: z.array(toldId).nullish(),
  orders_to_redact: z.array(toldId).nullish(),
});

export type ParsedPrivacyRequest = { ok: true; subject: PrivacySubject } | { ok: false; reason: string };

/** `customers/redact` may carry only an e-mail: then the customer's id is null and the orders remain. */
export function parsePrivacyRequest(topic: string, raw: string, shopDomain: string): ParsedPrivacyRequest {
  if (!TOPICS.includes(topic)) return { ok: false, reason: 'no compliance topic' };
  const parsed = body.safeParse(parseBody(raw));
  if (!parsed.success) return { ok: false, reason: `not a privacy request: ${refusedFields(parsed.error)}` };
  const { shop_domain: named, customer, orders_requested: wanted, orders_to_redact: redacted } = parsed.data;
  // The signature covers the body and not the headers: nobody may aim one shop's request at another.
  if (named && named.toLowerCase() !== shopDomain) {
    return { ok: false, reason: 'body and header name different shops' };
  }
  return { ok: true, subject: { customerId: customer?.id ?? null, orderIds: redacted ?? wanted ?? [] } };
}
