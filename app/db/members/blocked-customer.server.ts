// Customers whom the merchant left out by hand.
import type { Queryable } from '../pool.server.ts';

/** False for a customer who is no member yet. */
export async function isBlockedCustomer(db: Queryable, shopId: number, customerId: string): Promise<boolean> {
  const { rows } = await db.query<{ blocked: boolean }>(
    'select blocked from "Member" where "shopId" = $1 and "customerId" = $2',
    [shopId, customerId],
  );
  return rows[0]?.blocked ?? false;
}
