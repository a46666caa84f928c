// Shoppers' actions through the app proxy are counted here, for all web processes together.
import type { Queryable } from '../pool.server.ts';

/** Actions of one customer within any sixty seconds. */
const MOST_A_MINUTE = 30;

/** Ends with the shop's row: a shop that never installed, or that uninstalled, has none. */
const ADMIT = {
  name: 'admit-proxy-call',
  text: `
  with shop as (
    select id, "proxyPath", "timeZone" from "Shop" where domain = $1 and "uninstalledAt" is null
  ), acted as (
    insert into "ProxyAction" as a ("shopId", "customerId", "actedAt")
    select id, $2, array[$3::timestamptz] from shop where $2::bigint is not null
    on conflict ("shopId", "customerId") do update
    set "actedAt" = array(select t from unnest(a."actedAt") as t where t > $3 - interval '1 minute') || $3
    where (select count(*) from unnest(a."actedAt") as t where t > $3 - interval '1 minute') < ${MOST_A_MINUTE}
    returning 1
  )
  select id, "proxyPath", "timeZone", exists(select 1 from acted) as counted from shop`,
};

/** `counted` is false where the customer has acted too often, and where there is no customer. */
export type AdmittedShop = { id: number; proxyPath: string; timeZone: string; counted: boolean };

/**
 * Finds the shop and counts one action of its customer, in one statement: of parallel actions exactly the allowed ones
 * are counted. Null where the shop isn't installed.
 */
export async function countProxyCall(
  db: Queryable,
  shopDomain: string,
  customerId: string | null,
  at: Date,
): Promise<AdmittedShop | null> {
  const { rows } = await db.query<AdmittedShop>({ ...ADMIT, values: [shopDomain, customerId, at] });
  return rows[0] ?? null;
}

/** Whoever has not acted since counts from nothing again. */
export async function deleteProxyActionsBefore(db: Queryable, before: Date): Promise<void> {
  await db.query('delete from "ProxyAction" where $1 > all("actedAt")', [before]);
}

/** False where the shop's path is this one already. */
export async function setProxyPath(db: Queryable, shopId: number, path: string): Promise<boolean> {
  const { rowCount } = await db.query(
    'update "Shop" set "proxyPath" = $2 where id = $1 and "proxyPath" <> $2',
    [shopId, path],
  );
  return rowCount === 1;
}
