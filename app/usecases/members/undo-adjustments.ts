// An adjustment of several members is undone by the opposite one, with the same reason: nothing that was written is unwritten.
// A debt that was there before comes back with it; what was spent since isn't taken. Its key follows from the first one's, so that it is undone once, however often that is asked.
import { eachOf, type BulkResult, type NotDone } from '#app/core/members/bulk.ts';
import { findAdjustment } from '#app/db/ledger/adjustments.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { adjustMember } from './adjust-member.ts';
import { whyNot } from './adjust-members.ts';

type Undoing = { requestKey: string; madeBy: string };

export async function undoAdjustments(
  shopId: number,
  memberIds: readonly string[],
  undoing: Undoing,
): Promise<BulkResult> {
  return eachOf(memberIds, (memberId) => undoOne(shopId, memberId, undoing));
}

async function undoOne(
  shopId: number,
  memberId: string,
  { requestKey, madeBy }: Undoing,
): Promise<NotDone | null> {
  const made = await findAdjustment(pool(), shopId, memberId, requestKey);
  if (made === null) return 'nothing-to-undo';
  const { unit, amount, reason } = made;
  const opposite = { unit, amount: -amount, reason, undoes: requestKey, madeBy };
  return whyNot(
    await adjustMember(shopId, memberId, { ...opposite, requestKey: `undo-${requestKey}`, belowZero: false }),
  );
}
