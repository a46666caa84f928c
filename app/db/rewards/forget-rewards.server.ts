import type { ErasedPerson } from '#app/core/members/erased-person.ts';
import type { Queryable } from '../pool.server.ts';

/** A merchant's reasons, and the sentence to the customer, may name the person. The members must be locked. */
export async function forgetRewardReasons(db: Queryable, { shopId, memberIds }: ErasedPerson): Promise<void> {
  await db.query(
    'update "Gift" set reason = null, note = null, "takenBackReason" = null where "shopId" = $1 and "memberId" = any($2::bigint[])',
    [shopId, memberIds],
  );
  await db.query(
    'update "Voucher" set "takenBackReason" = null where "shopId" = $1 and "memberId" = any($2::bigint[])',
    [shopId, memberIds],
  );
}
