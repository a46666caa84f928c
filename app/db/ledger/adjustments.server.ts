// Adjustments: who gave or took by hand, and why. The amounts are in the ledger; here is what a person wrote.
import type { ErasedPerson } from '#app/core/members/erased-person.ts';
import type { Queryable } from '../pool.server.ts';

export type Adjustment = {
  memberId: string;
  requestKey: string;
  unit: string;
  amount: number;
  reason: string;
  /** What the customer is shown; null without. */
  note: string | null;
  madeBy: string;
};

export async function findAdjustment(
  db: Queryable,
  shopId: number,
  memberId: string,
  requestKey: string,
): Promise<Adjustment | null> {
  const { rows } = await db.query<Omit<Adjustment, 'amount'> & { amount: string }>(
    `select "memberId"::text, "requestKey", unit, amount::text, coalesce(reason, '') as reason, note, "madeBy"
     from "Adjustment" where "shopId" = $1 and "memberId" = $2 and "requestKey" = $3`,
    [shopId, memberId, requestKey],
  );
  return rows[0] ? { ...rows[0], amount: Number(rows[0].amount) } : null;
}

/** The source key of its entry. */
export const adjustmentKey = (requestKey: string): string => `adjustment/${requestKey}`;

/** The balance that an adjustment found. Throws where there is none under that key. */
export async function balanceBefore(
  db: Queryable,
  shopId: number,
  memberId: string,
  requestKey: string,
): Promise<number> {
  const { rows } = await db.query<{ before: string }>(
    `select ("balanceAfter" - amount)::text as before from "LedgerEntry"
     where "shopId" = $1 and "memberId" = $2 and kind = 'adjustment' and "sourceKey" = $3`,
    [shopId, memberId, adjustmentKey(requestKey)],
  );
  if (!rows[0]) throw new Error(`no adjustment under ${requestKey}`);
  return Number(rows[0].before);
}

export async function addAdjustment(
  db: Queryable,
  shopId: number,
  { memberId, requestKey, unit, amount, reason, note, madeBy }: Adjustment,
  madeAt: Date,
): Promise<void> {
  await db.query(
    `insert into "Adjustment" ("memberId", "requestKey", "shopId", unit, amount, reason, note, "madeBy", "madeAt")
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [memberId, requestKey, shopId, unit, amount, reason, note, madeBy, madeAt],
  );
}

/** A merchant's reason, and the sentence to the customer, may name the person. The members must be locked. */
export async function forgetReasons(db: Queryable, { shopId, memberIds }: ErasedPerson): Promise<void> {
  await db.query(
    'update "Adjustment" set reason = null, note = null where "shopId" = $1 and "memberId" = any($2::bigint[])',
    [shopId, memberIds],
  );
}
