// Requests about people as a list that is kept apart from the backups, and what of it a restored database doesn't know.
import type { ErasedShopLine, RequestLine } from '#app/core/members/told-request.ts';
import type { Queryable } from '../pool.server.ts';

/** Those that are open, and those that were carried out since; the oldest first. */
export async function requestsSince(db: Queryable, since: Date): Promise<RequestLine[]> {
  const { rows } = await db.query<object>(
    `select r.kind, s.domain, r."webhookId", r."customerId"::text, r."otherCustomerId"::text, r."orderIds"::text[],
       r."requestedAt", r."doneAt"
     from "PeopleRequest" r join "Shop" s on s.id = r."shopId"
     where r."doneAt" is null or r."doneAt" >= $1 order by r.id`,
    [since],
  );
  return rows.map((row) => JSON.parse(JSON.stringify(row)) as RequestLine);
}

export async function erasedShopsSince(db: Queryable, since: Date): Promise<ErasedShopLine[]> {
  const { rows } = await db.query<object>(
    `select 'erased-shop' as kind, "domainHash", "uninstalledAt", "startedAt" from "ErasedShop"
     where "startedAt" >= $1 order by "startedAt", id`,
    [since],
  );
  return rows.map((row) => JSON.parse(JSON.stringify(row)) as ErasedShopLine);
}

/**
 * One that the database doesn't know is open again, but for a copy of data that was handed out. Returns whether it was
 * unknown.
 */
export async function addToldRequest(db: Queryable, told: RequestLine): Promise<boolean> {
  const { kind, domain, webhookId, customerId, otherCustomerId, orderIds, requestedAt, doneAt } = told;
  const { rowCount } = await db.query(
    `insert into "PeopleRequest" ("shopId", "webhookId", kind, "customerId", "otherCustomerId", "orderIds", "requestedAt",
       "doneAt") select id, $2, $3, $4, $5, $6, $7, $8 from "Shop" where domain = $1 on conflict do nothing`,
    [
      domain,
      webhookId,
      kind,
      customerId,
      otherCustomerId,
      orderIds,
      requestedAt,
      kind === 'data' ? doneAt : null,
    ],
  );
  return rowCount !== 0;
}

/** A shop that was erased is there again: it leaves as it did, and is asked to be erased. Returns whether it is. */
export async function eraseAgain(
  db: Queryable,
  { domainHash, uninstalledAt, startedAt }: ErasedShopLine,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `with back as (
       update "Shop" set "uninstalledAt" = least("uninstalledAt", $2::timestamptz), "hintedAt" = null
       where encode(sha256(convert_to(domain, 'UTF8')), 'hex') = $1 and "installedAt" <= $3
       returning id, domain, "installedAt"
     ), tokens as (delete from "Session" n using back where n.shop = back.domain)
     insert into "PeopleRequest" ("shopId", "webhookId", kind, "orderIds", "requestedAt")
     select id, 'erased before: ' || id, 'erase-shop', '{}', greatest($3, "installedAt" + interval '1 second') from back
     on conflict do nothing`,
    [domainHash, uninstalledAt, startedAt],
  );
  return rowCount !== 0;
}
