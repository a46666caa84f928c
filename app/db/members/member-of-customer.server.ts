import type { Queryable } from '../pool.server.ts';

/** The row of a customer, whoever they were merged into; null for one who is no member. */
export async function memberOfCustomer(
  db: Queryable,
  shopId: number,
  customerId: string,
): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>({
    name: 'member-of-customer',
    text: 'select id::text from "Member" where "shopId" = $1 and "customerId" = $2',
    values: [shopId, customerId],
  });
  return rows[0]?.id ?? null;
}
