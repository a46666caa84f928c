// A copy of what is stored of one customer, for the merchant who must answer a request for it.
import { ON_EXPORTING } from './on-exporting.server.ts';
import type { Queryable } from '../pool.server.ts';

/** Rows as they are, without our own bookkeeping. Empty lists where we hold nothing. */
export async function customerRows(db: Queryable, shopId: number, customerId: string): Promise<object> {
  const { rows } = await db.query<{ data: object }>(
    `with person as (
       select p.id from "Member" m cross join lateral person_of($1, m.id) as p
       where m."shopId" = $1 and m."customerId" = $2
     )
     select json_build_object(${ON_EXPORTING.join(', ')}) as data`,
    [shopId, customerId],
  );
  return rows[0]?.data ?? {};
}

/** Members of these customers, for links. */
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
