// Bodies of the compliance topics, reduced to ids: e-mails and phones are dropped here.
import { z } from 'zod';
import type { PrivacySubject } from '#app/core/shop/delivery.ts';
import { refusedName } from '../payloads/names-shop.ts';
import { refusedFields, toldId } from '../payloads/told-values.ts';
import { parseBody } from '../payloads/webhook-body.ts';

/** What only the body of another topic has. The topic isn't signed: a request to read must not become one to erase. */
const FOREIGN = {
  'customers/data_request': ['orders_to_redact'],
  'customers/redact': ['orders_requested', 'data_request'],
  'shop/redact': ['customer', 'orders_to_redact', 'orders_requested', 'data_request', 'myshopify_domain'],
} as const;

const isTopic = (topic: string): topic is keyof typeof FOREIGN => Object.hasOwn(FOREIGN, topic);

const body = z.looseObject({
  shop_domain: z.string().nullish(),
  customer: z.object({ id: toldId.nullish() }).nullish(),
  orders_requested: z.array(toldId).nullish(),
  orders_to_redact: z.array(toldId).nullish(),
});

export type ParsedPrivacyRequest = { ok: true; subject: PrivacySubject } | { ok: false; reason: string };

/** `customers/redact` may carry only an e-mail: then the customer's id is null and the orders remain. */
export function parsePrivacyRequest(topic: string, raw: string, shopDomain: string): ParsedPrivacyRequest {
  if (!isTopic(topic)) return { ok: false, reason: 'no compliance topic' };
  const parsed = body.safeParse(parseBody(raw));
  if (!parsed.success) {
    return { ok: false, reason: `not a privacy request: ${refusedFields(parsed.error)}` };
  }
  const { data } = parsed;
  const reason = refusedName(data.shop_domain, shopDomain);
  if (reason !== null) return { ok: false, reason };
  const foreign = FOREIGN[topic].find((field) => field in data);
  if (foreign) return { ok: false, reason: `of another topic: ${foreign}` };
  const { customer, orders_requested: wanted, orders_to_redact: redacted } = data;
  return { ok: true, subject: { customerId: customer?.id ?? null, orderIds: redacted ?? wanted ?? [] } };
}
