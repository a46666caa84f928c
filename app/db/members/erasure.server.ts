// Erasing: one person (the sums stay), or a whole shop (nothing stays).
import type { ErasedPerson } from '#app/core/members/erased-person.ts';
import { countErased, finishErasedShop } from '../shop/erased-shops.server.ts';
import { addLeft } from '../figures/daily-figures.server.ts';
import type { Queryable } from '../pool.server.ts';

/**
 * The customer's member and all who were merged into it, locked in id order; those who have one of the orders are locked among them,
 * because their purchases are written too.
 */
export async function lockPerson(
  db: Queryable,
  shopId: number,
  customerId: string | null,
  orderIds: readonly string[] = [],
): Promise<string[]> {
  const { rows } = await db.query<{ id: string; theirs: boolean }>(
    `with person as materialized (
       select p.id from "Member" m cross join lateral person_of($1, m.id) as p
       where m."shopId" = $1 and m."customerId" = $2::bigint
     )
     select id::text, id in (select id from person) as theirs from "Member" where "shopId" = $1 and id = any(array(
       select id from person
       union select "memberId" from "Order" where "shopId" = $1 and "orderId" = any($3::bigint[])
       union select "memberId" from "KeptOrder" where "shopId" = $1 and "orderId" = any($3::bigint[])
     )) order by "Member".id for update`,
    [shopId, customerId, orderIds],
  );
  return rows.filter(({ theirs }) => theirs).map(({ id }) => id);
}

/** Snapshots lose who it was, also of orders that they were taken off; the trigger keeps it out of later ones too. */
export async function eraseOrders(
  db: Queryable,
  { shopId, customerId, memberIds, orderIds, at }: ErasedPerson,
): Promise<void> {
  await db.query(
    `with own as (
       select "orderId" from "Order" where "shopId" = $1
         and ("memberId" = any($2::bigint[]) or "orderId" = any($3::bigint[]) or "takenOff" and "memberId" is null
           and "lastCustomerId" in (select $5::bigint union select "customerId" from "Member" where "shopId" = $1 and id = any($2::bigint[])))
       order by "orderId" for update
     )
     update "Order" o set "erasedAt" = coalesce(o."erasedAt", $4)
     from own where o."shopId" = $1 and o."orderId" = own."orderId"`,
    [shopId, memberIds, orderIds, at, customerId],
  );
}

/** The member's own id below zero stands in for the customer's: unique, and it leads to nobody. */
export async function eraseMembers(db: Queryable, { shopId, memberIds, at }: ErasedPerson): Promise<void> {
  await addLeft(db, shopId, memberIds);
  await db.query(
    `update "Member" set "customerId" = -id, "erasedAt" = $3, "goneAt" = coalesce("goneAt", $3)
     where "shopId" = $1 and id = any($2::bigint[])`,
    [shopId, memberIds, at],
  );
}

/** Nothing is erased before, by our own clock: Shopify says `shop/redact` 48 hours after an uninstall. */
const GRACE_MS = 48 * 60 * 60 * 1000;

export type ShopToErase = { domain: string; installedAt: Date; uninstalledAt: Date | null };

/** The instant from which the shop may be erased; null while the app is installed. */
export function erasableFrom({ uninstalledAt }: ShopToErase): Date | null {
  return uninstalledAt && new Date(uninstalledAt.getTime() + GRACE_MS);
}

export async function lockShopToErase(db: Queryable, shopId: number): Promise<ShopToErase | null> {
  const { rows } = await db.query<ShopToErase>(
    'select domain, "installedAt", "uninstalledAt" from "Shop" where id = $1 for update',
    [shopId],
  );
  return rows[0] ?? null;
}

/** No shop of Shopify's has such a name: a reinstall begins a new one, and no webhook finds this one any more. */
const nameOfErased = (shopId: number): string => `erased-${shopId}.invalid`;

export function isBeingErased(shop: ShopToErase, shopId: number): boolean {
  return shop.domain === nameOfErased(shopId);
}

/** Rows that are kept by domain go at once; the delivery that asked for it stays for its thirty days. */
export async function detachShop(
  db: Queryable,
  shopId: number,
  domain: string,
  askedBy: string,
): Promise<void> {
  await db.query('delete from "Session" where shop = $1', [domain]);
  await db.query('delete from "TokenLease" where shop = $1', [domain]);
  await db.query('delete from "WebhookDelivery" where "shopDomain" = $1 and "webhookId" <> $2', [
    domain,
    askedBy,
  ]);
  await db.query('update "Shop" set domain = $2 where id = $1', [shopId, nameOfErased(shopId)]);
}

/** Shops of which a part is erased already, or that are to be erased and have been uninstalled for long enough. */
export async function shopsToGoOnErasing(db: Queryable, at: Date): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select id from "Shop" where domain like 'erased-%.invalid' and domain = 'erased-' || id || '.invalid'
     union select s.id from "PeopleRequest" r join "Shop" s on s.id = r."shopId"
       where r.kind = 'erase-shop' and r."doneAt" is null and s."uninstalledAt" <= $1 order by id`,
    [new Date(at.getTime() - GRACE_MS)],
  );
  return rows.map(({ id }) => id);
}

/** Rows of one transaction: its locks are held for a moment only. */
const ORDERS_AT_ONCE = 1_000;
const MEMBERS_AT_ONCE = 100;

/** Deletes one batch, with the entries, allocations and cards of its members. False when nothing was left. */
export async function eraseBatch(db: Queryable, shopId: number, now: Date): Promise<boolean> {
  // Entries are never deleted but under this name, which the triggers know.
  await db.query(`select set_config('sixth.erasing_shop', $1, true)`, [String(shopId)]);
  const orders = await db.query(
    `delete from "Order" where "shopId" = $1 and "orderId" in
       (select "orderId" from "Order" where "shopId" = $1 limit ${ORDERS_AT_ONCE})`,
    [shopId],
  );
  if (orders.rowCount) {
    await countErased(db, shopId, { orders: orders.rowCount });
    return true;
  }
  const members = await db.query(
    `delete from "Member" where "shopId" = $1 and id in
       (select id from "Member" where "shopId" = $1 order by id limit ${MEMBERS_AT_ONCE})`,
    [shopId],
  );
  if (members.rowCount) {
    await countErased(db, shopId, { members: members.rowCount });
    return true;
  }
  await db.query('delete from "Shop" where id = $1', [shopId]);
  await finishErasedShop(db, shopId, now);
  return false;
}
