// Deliveries that left no order behind: ids, when, what became of them, never a body. Swept after 30 days. Of orders,
// which are the hot path and leave no record, only when a shop's webhooks last told of one.
import type { Delivery, DeliveryOutcome, PrivacySubject } from '#app/core/shop/delivery.ts';
import type { Queryable } from '../pool.server.ts';

export type DeliveryRecord = Delivery & {
  outcome: DeliveryOutcome;
  reason?: string;
  subject?: PrivacySubject;
};

/** The first record of a delivery stays; a repeated one changes nothing. */
export async function recordDelivery(db: Queryable, record: DeliveryRecord): Promise<void> {
  const { webhookId, topic, shopDomain, triggeredAt, receivedAt, outcome, reason, subject } = record;
  await db.query(
    `insert into "WebhookDelivery" ("webhookId", topic, "shopDomain", "triggeredAt", "receivedAt", outcome, reason, subject)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [
      webhookId,
      topic,
      shopDomain,
      triggeredAt,
      receivedAt,
      outcome,
      reason ?? null,
      subject ? JSON.stringify(subject) : null,
    ],
  );
}

/** Privacy requests stay until they are carried out. */
export async function deleteDeliveriesBefore(db: Queryable, before: Date): Promise<void> {
  await db.query(`delete from "WebhookDelivery" where "receivedAt" < $1 and outcome <> 'recorded'`, [before]);
}

/** To the minute. */
export async function noteHeard(db: Queryable, shopDomains: readonly string[], at: Date): Promise<void> {
  await db.query(
    `insert into "WebhookPulse" as p ("shopId", "heardAt")
     select id, $2 from "Shop" where domain = any($1) order by id
     on conflict ("shopId") do update set "heardAt" = greatest(p."heardAt", excluded."heardAt")`,
    [shopDomains, at],
  );
}
