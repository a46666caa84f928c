// What Shopify Flow is sent of a notice: the customer, the order where there is one, and the kind's fields.
import { daysBetween } from '../values/days.ts';
import type { NoticeFacts, NoticeField } from './notice-kind.ts';
import { noticeKind, type NoticeKind } from './notice-kinds.ts';

export type TriggerPayload = Record<string, string | number>;

type Told = { kind: NoticeKind; customerId: string; facts: NoticeFacts };
type Shop = { today: string; link: string };

/** What isn't known of a field is left out: the trigger takes fewer. Ids are Shopify's numbers. */
export function triggerPayload({ kind, customerId, facts }: Told, shop: Shop): TriggerPayload {
  const { fields, ofOrder } = noticeKind(kind);
  const payload: TriggerPayload = { customer_id: Number(customerId) };
  if (ofOrder && facts.orderId) payload['order_id'] = Number(facts.orderId);
  for (const field of fields) {
    const value = valueOf(field, facts, shop);
    if (value !== null) payload[field] = value;
  }
  return payload;
}

function valueOf(field: NoticeField, facts: NoticeFacts, { today, link }: Shop): string | number | null {
  const { title, points, until } = facts;
  switch (field) {
    case 'Title':
      return title?.en ?? null;
    case 'Titre':
      return title?.fr ?? null;
    case 'Points':
      return points ?? null;
    case 'Last day':
      return until ?? null;
    case 'Days left':
      return until === undefined ? null : Math.max(0, daysBetween(today, until));
    case 'Link':
      return link;
  }
}
