// Shops: the tenants.
import type { ShopSettings } from '#app/core/shop/shop-settings.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { forgetFunctionDiscounts } from '../discounts/shop-discounts.server.ts';
import { ownInOrder } from '../members/members-in-order.server.ts';
import type { Queryable } from '../pool.server.ts';

/** The basics that everything about a shop needs: whose it is, and by which calendar and money. */
export type Shop = {
  id: number;
  domain: string;
  /** ISO code. */
  currency: string;
  /** IANA name. */
  timeZone: string;
  /** As merchants know it; null until Shopify told. */
  name?: string | null;
};

/** The shop's standing with Shopify: it decides whether to install, and which news are too old. */
export type ShopStanding = Shop & {
  installedAt: Date;
  uninstalledAt: Date | null;
  /** The last time Shopify gave us a token. */
  tokenGivenAt: Date | null;
  needsReopenSince: Date | null;
};

const STANDING = `select id, domain, name, currency, "timeZone", "installedAt", "uninstalledAt", "tokenGivenAt",
  "needsReopenSince" from "Shop" where domain = $1`;

export async function findShop(db: Queryable, domain: string): Promise<ShopStanding | null> {
  const { rows } = await db.query<ShopStanding>({ name: 'find-shop', text: STANDING, values: [domain] });
  return rows[0] ?? null;
}

/** For what is done with each shop apart, wherever it stands with Shopify. */
export async function allShops(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>('select id from "Shop" order by id');
  return rows.map(({ id }) => id);
}

/** Locks the shop until the transaction ends. */
export async function lockShop(db: Queryable, domain: string): Promise<ShopStanding | null> {
  const { rows } = await db.query<ShopStanding>(`${STANDING} for update`, [domain]);
  return rows[0] ?? null;
}

export type NewShop = Pick<ShopSettings, 'currency' | 'timeZone'> & {
  domain: string;
  name?: string | null;
  plan?: string;
  rules: ProgramRules;
  draft: ProgramRules;
  /** Cut to the second. */
  earnsFrom: Date;
  installedAt: Date;
};

/** @returns the new shop's id, or null where the shop exists: of two parallel first visits one creates it. */
export async function createShop(db: Queryable, shop: NewShop): Promise<number | null> {
  const { domain, currency, timeZone, name = null, plan = null, rules, draft, earnsFrom, installedAt } = shop;
  const { rows } = await db.query<{ id: number }>(
    `insert into "Shop" (domain, currency, "timeZone", draft, "publishedVersion", "earnsFrom", "reconciledThrough",
       "installedAt", "discountsVersion", "askedAt", name, plan)
     values ($1, $2, $3, $4, 1, $5, $6, $6, 1, $6, $7, $8) on conflict do nothing returning id`,
    [domain, currency, timeZone, JSON.stringify(draft), earnsFrom, installedAt, name, plan],
  );
  const id = rows[0]?.id;
  if (id === undefined) return null;
  await db.query(
    `insert into "ProgramVersion" ("shopId", number, rules, "publishedAt", "publishedBy") values ($1, 1, $2, $3, 'install')`,
    [id, JSON.stringify(rules), earnsFrom],
  );
  return id;
}

/** The shop is back: nothing of what Shopify shows can be trusted any more, so everything is synced anew. */
export async function reviveShop(
  db: Queryable,
  shopId: number,
  timeZone: string,
  installedAt: Date,
): Promise<void> {
  await db.query(
    `${ownInOrder('m."shopId" = $1 and m."mergedIntoId" is null and m."erasedAt" is null')}
     update "Member" m set "syncedRev" = 0, "goneAt" = null, "syncTryAt" = null, "refusedSince" = null, refusal = null,
       refusals = 0 from own where m."shopId" = $1 and m.id = own.id`,
    [shopId],
  );
  await forgetFunctionDiscounts(db, shopId, installedAt);
  const { rows } = await db.query<{ moved: boolean }>(
    `update "Shop" s set "timeZone" = $2, "installedAt" = $3, "uninstalledAt" = null, "hintedAt" = null,
       "shutOutSince" = null, "aliveAt" = null, "needsReopenSince" = null, "syncedVersion" = 0, "discountsVersion" = 0, "askedAt" = null
     from "Shop" before where s.id = $1 and before.id = s.id returning before."timeZone" <> $2 as moved`,
    [shopId, timeZone, installedAt],
  );
  if (rows[0]?.moved) await rebuildFigures(db, shopId);
}

/** Days begin elsewhere now. The shop and all of its members are locked here, so no entry comes in between. */
export async function rebuildFigures(db: Queryable, shopId: number): Promise<void> {
  await db.query('delete from "DailyFigure" where "shopId" = $1', [shopId]);
  await db.query(
    `insert into "DailyFigure" ("shopId", day, kind, amount)
     select "shopId", day, kind, amount from "figures_of_entries"($1::int)`,
    [shopId],
  );
}

/** The first time counts. Returns the shop's domain. */
export async function markUninstalled(db: Queryable, shopId: number, at: Date): Promise<string> {
  const { rows } = await db.query<{ domain: string }>(
    `update "Shop" set "uninstalledAt" = coalesce("uninstalledAt", $2), "hintedAt" = null,
       "shutOutSince" = null where id = $1
     returning domain`,
    [shopId, at],
  );
  const [shop] = rows;
  if (!shop) throw new Error(`no shop ${shopId}`);
  return shop.domain;
}

/** Sessions are keyed by Shopify's storage, so they carry the domain. */
export async function deleteSessions(db: Queryable, domain: string): Promise<void> {
  await db.query('delete from "Session" where shop = $1', [domain]);
}

/** Of a shop whose install never ended, and whose tokens have been over for long; and leases that nobody holds. */
export async function deleteSessionsOfNobody(db: Queryable, before: Date): Promise<void> {
  await db.query(
    `delete from "Session" n where coalesce("refreshTokenExpires", expires) < $1
       and not exists (select 1 from "Shop" s where s.domain = n.shop)`,
    [before],
  );
  await db.query('delete from "TokenLease" where until < $1', [before]);
}

export async function setSessionScope(db: Queryable, domain: string, scope: string): Promise<void> {
  await db.query('update "Session" set scope = $2 where shop = $1', [domain, scope]);
}

/** Scopes that the merchant has granted, as Shopify last said; null where the shop has no session. */
export async function grantedScopes(db: Queryable, domain: string): Promise<string[] | null> {
  const { rows } = await db.query<{ scope: string | null }>(
    'select scope from "Session" where shop = $1 and not "isOnline" limit 1',
    [domain],
  );
  return rows[0]?.scope?.split(',').map((one) => one.trim()) ?? null;
}

/** Shopify gives tokens only to an app that is installed. */
export async function markTokenGiven(db: Queryable, domain: string, at: Date): Promise<void> {
  await db.query('update "Shop" set "tokenGivenAt" = $2 where domain = $1', [domain, at]);
}

/** From the first refusal on; kept until the merchant opens the app. */
export async function markNeedsReopen(db: Queryable, domain: string, since: Date): Promise<void> {
  await db.query(
    'update "Shop" set "needsReopenSince" = $2 where domain = $1 and "needsReopenSince" is null',
    [domain, since],
  );
}
