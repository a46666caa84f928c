// What the merchant has granted, as Shopify last said.
import type { Queryable } from '../pool.server.ts';

/** Null where the shop has no session. */
export async function grantedScopes(db: Queryable, domain: string): Promise<string[] | null> {
  const { rows } = await db.query<{ scope: string | null }>(
    'select scope from "Session" where shop = $1 and not "isOnline" limit 1',
    [domain],
  );
  return rows[0]?.scope?.split(',').map((one) => one.trim()) ?? null;
}
