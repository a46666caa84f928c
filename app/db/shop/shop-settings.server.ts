// A shop's settings as Shopify last told them.
import type { KnownSettings } from '#app/core/shop/shop-settings.ts';
import type { Queryable } from '../pool.server.ts';
import { rebuildFigures } from './shops.server.ts';

export type AskedShop = KnownSettings & { id: number; domain: string };

const COLUMNS = 'id, domain, currency, "timeZone", plan, "newCurrency"';
const DAY_MS = 24 * 60 * 60_000;
const REACHABLE = '"uninstalledAt" is null and "needsReopenSince" is null';

/** Null for a shop that Shopify can't be asked for. */
export async function askedShop(db: Queryable, shopId: number): Promise<AskedShop | null> {
  const { rows } = await db.query<AskedShop>(`select ${COLUMNS} from "Shop" where id = $1 and ${REACHABLE}`, [
    shopId,
  ]);
  return rows[0] ?? null;
}

export async function lockAskedShop(db: Queryable, shopId: number): Promise<AskedShop | null> {
  const { rows } = await db.query<AskedShop>(
    `select ${COLUMNS} from "Shop" where id = $1 and ${REACHABLE} for update`,
    [shopId],
  );
  return rows[0] ?? null;
}

/** Shops that weren't asked about for a day. */
export async function shopsToFollow(db: Queryable, at: Date): Promise<number[]> {
  const before = new Date(at.getTime() - DAY_MS);
  const { rows } = await db.query<{ id: number }>(
    `select id from "Shop" where ("askedAt" is null or "askedAt" < $1) and ${REACHABLE} order by id`,
    [before],
  );
  return rows.map(({ id }) => id);
}

/** Whether the database can reckon in a time zone. */
export async function knowsZone(db: Queryable, timeZone: string): Promise<boolean> {
  const { rows } = await db.query('select 1 from pg_timezone_names where name = $1', [timeZone]);
  return rows.length > 0;
}

/** Whether anything of the shop was counted: an order, or points by hand. */
export async function hasCounted(db: Queryable, shopId: number): Promise<boolean> {
  const { rows } = await db.query(
    `select 1 where exists (select 1 from "LedgerEntry" where "shopId" = $1)
       or exists (select 1 from "Order" where "shopId" = $1 and "programVersion" is not null)`,
    [shopId],
  );
  return rows.length > 0;
}

/** When it was asked is noted to the hour, so that who only looks leaves the row as it is. */
export async function noteSettings(
  db: Queryable,
  shopId: number,
  told: { name: string | null; plan: string; newCurrency: string | null },
  at: Date,
): Promise<void> {
  await db.query(
    `update "Shop" set name = coalesce($2, name), plan = $3, "newCurrency" = $4,
       "askedAt" = case when "askedAt" > $5::timestamptz - interval '1 hour' then "askedAt" else $5 end,
       "newCurrencySince" = case when $4::text is null then null
         when "newCurrency" is distinct from $4 then $5 else "newCurrencySince" end
     where id = $1`,
    [shopId, told.name, told.plan, told.newCurrency, at],
  );
}

/** Days begin elsewhere. The shop must be locked; its members are locked here, so that no entry comes in between. */
export async function moveToZone(db: Queryable, shopId: number, timeZone: string): Promise<void> {
  await db.query('select 1 from "Member" where "shopId" = $1 order by id for update', [shopId]);
  await db.query('update "Shop" set "timeZone" = $2 where id = $1', [shopId, timeZone]);
  await rebuildFigures(db, shopId);
}

export async function setCurrency(db: Queryable, shopId: number, currency: string): Promise<void> {
  await db.query(
    `update "Shop" set currency = $2, "newCurrency" = null, "newCurrencySince" = null, "syncedVersion" = 0
     where id = $1`,
    [shopId, currency],
  );
}

/** The discounts of the cards are looked at once more: by other days, another plan, another currency. */
export async function lookAtDiscountsAgain(db: Queryable, shopId: number): Promise<void> {
  await db.query('update "Shop" set "discountsVersion" = 0 where id = $1', [shopId]);
}

export type NewCurrency = { currency: string; newCurrency: string; since: Date };

/** Null where the program counts in the shop's own currency. */
export async function newCurrencyOf(db: Queryable, shopId: number): Promise<NewCurrency | null> {
  const { rows } = await db.query<NewCurrency>(
    `select currency, "newCurrency", "newCurrencySince" as since from "Shop"
     where id = $1 and "newCurrency" is not null`,
    [shopId],
  );
  return rows[0] ?? null;
}
