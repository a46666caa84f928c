// Hints of how the app stands on a shop, until Shopify was asked.
import type { DeliveryOutcome } from '#app/core/shop/delivery.ts';
import type { Queryable } from '../pool.server.ts';

export async function hintInstallation(db: Queryable, shopId: number, at: Date): Promise<void> {
  await db.query('update "Shop" set "hintedAt" = $2 where id = $1', [shopId, at]);
}

export type HintedShop = {
  domain: string;
  hintedAt: Date;
  /** Since when Shopify has answered as if the app were gone. */
  shutOutSince: Date | null;
};

/** Null where nothing was hinted, or Shopify has answered. */
export async function hintedShop(db: Queryable, shopId: number): Promise<HintedShop | null> {
  const { rows } = await db.query<HintedShop>(
    `select domain, "hintedAt", "shutOutSince" from "Shop"
     where id = $1 and "hintedAt" is not null and "uninstalledAt" is null`,
    [shopId],
  );
  return rows[0] ?? null;
}

/** Null: Shopify has answered as ever. */
export async function noteShutOut(db: Queryable, shopId: number, since: Date | null): Promise<void> {
  await db.query('update "Shop" set "shutOutSince" = $2 where id = $1', [shopId, since]);
}

/** Unless it was hinted again meanwhile. */
export async function endHint(db: Queryable, shopId: number, hintedAt: Date): Promise<void> {
  await db.query('update "Shop" set "hintedAt" = null where id = $1 and "hintedAt" = $2', [shopId, hintedAt]);
}

export async function shopsWithHints(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    'select id from "Shop" where "hintedAt" is not null and "uninstalledAt" is null order by id',
  );
  return rows.map(({ id }) => id);
}

/** What became of the deliveries that hinted it. Returns how many there were. */
export async function settleHints(
  db: Queryable,
  domain: string,
  topics: readonly string[],
  { outcome, reason }: { outcome: DeliveryOutcome; reason: string | null },
): Promise<number> {
  const { rowCount } = await db.query(
    `update "WebhookDelivery" set outcome = $3, reason = $4
     where "shopDomain" = $1 and topic = any($2) and outcome = 'recorded'`,
    [domain, topics, outcome, reason],
  );
  return rowCount ?? 0;
}
