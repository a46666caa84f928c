// Points or stamps given to or taken from several members, by the one way in which it is done to one. The request key is the
// same for all: sent twice, each is adjusted once. None is brought below zero: that is asked of one member at a time.
import {
  adjustmentProblems,
  type AdjustProblem,
  type WantedAdjustment,
} from '#app/core/ledger/adjustment.ts';
import { eachOf, type BulkResult, type NotDone } from '#app/core/members/bulk.ts';
import { adjustMember, type AdjustResult } from './adjust-member.ts';

export type WantedOfSeveral = Omit<WantedAdjustment, 'belowZero'>;
export type AdjustSeveral = BulkResult | { ok: false; reason: 'refused'; problems: AdjustProblem[] };

export async function adjustMembers(
  shopId: number,
  memberIds: readonly string[],
  wanted: WantedOfSeveral,
): Promise<AdjustSeveral> {
  const each = { ...wanted, belowZero: false };
  const problems = adjustmentProblems(each);
  if (problems.length > 0) return { ok: false, reason: 'refused', problems };
  return eachOf(memberIds, async (memberId) => whyNot(await adjustMember(shopId, memberId, each)));
}

/** Null where it was done. What is wrong with the wish itself has been looked at before. */
export function whyNot(result: AdjustResult): NotDone | null {
  if (result.ok) return null;
  const reason = result.problems[0]?.reason;
  return reason === 'below-zero' || reason === 'no-card' || reason === 'other-request' ? reason : 'no-member';
}
