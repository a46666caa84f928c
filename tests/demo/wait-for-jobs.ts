import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import pg from 'pg';

const limitMs = 60_000;

/**
 * Orders to apply or to read again, birthdays and gifts to look for, members, programs and discounts that Shopify's copy is
 * behind of.
 */
const openWork = `
  select (select count(*) from "Order" o where o."shopId" = s.id and (o."appliedRevision" < o.revision or o."needsRead"))
       + (select count(*) from "Member" m where m."shopId" = s.id and m."syncedRev" < m.rev and m."goneAt" is null)
       + (select count(*) from graphile_worker.jobs j where j.key in ('read_birthdays/' || s.id, 'sweep_occasions/' || s.id))
       + (case when s."syncedVersion" < s."publishedVersion" then 1 else 0 end)
       + (select count(*) from graphile_worker.jobs j where j.task_identifier in ('sync_program', 'sync_discounts') and j.run_at <= now()) as open
  from "Shop" s where s.domain = $1`;

/** Waits until every webhook has arrived and the storefront shows what the ledger says. @throws Error after a minute. */
export async function waitForJobs(shopify: LocalShopify, databaseUrl: string, domain: string): Promise<void> {
  await shopify.webhooks.flush();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (let waitedMs = 0; waitedMs < limitMs; waitedMs += 100) {
      const { rows } = await client.query<{ open: string }>(openWork, [domain]);
      if (rows[0]?.open === '0') return;
      await sleep(100);
    }
    throw new Error('The app did not finish its work within a minute: see its logs.');
  } finally {
    await client.end();
  }
}
