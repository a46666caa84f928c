// Members of customers, for links.
import type { Queryable } from '../pool.server.ts';

export async function memberIdsOf(
  db: Queryable,
  shopId: number,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query<{ id: string; customerId: string }>(
    `select id::text, "customerId"::text from "Member" where "shopId" = $1 and "customerId" = any($2::bigint[])`,
    [shopId, customerIds],
  );
  return new Map(rows.map(({ id, customerId }) => [customerId, id]));
}
