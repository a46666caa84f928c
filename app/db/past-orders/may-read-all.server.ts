import type { Queryable } from '../pool.server.ts';

/** Whether the merchant granted the app to read orders of more than 60 days ago. */
export async function mayReadAllOrders(db: Queryable, domain: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from "Session" where shop = $1 and not "isOnline"
       and 'read_all_orders' = any(regexp_split_to_array(scope, '\\s*,\\s*')) limit 1`,
    [domain],
  );
  return (rowCount ?? 0) > 0;
}
