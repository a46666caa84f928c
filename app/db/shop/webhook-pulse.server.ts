// When each shop's webhooks last told of an order. To the minute: order webhooks are the hot path, and leave no record.
import type { Queryable } from '../pool.server.ts';

export async function noteHeard(db: Queryable, shopDomains: readonly string[], at: Date): Promise<void> {
  await db.query(
    `insert into "WebhookPulse" as p ("shopId", "heardAt")
     select id, $2 from "Shop" where domain = any($1) order by id
     on conflict ("shopId") do update set "heardAt" = greatest(p."heardAt", excluded."heardAt")`,
    [shopDomains, at],
  );
}
