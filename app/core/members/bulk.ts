// "Give these 12 customers 20 points, because …", "exclude these": what is done to several members at once, one after the other.

/** As many as a page of the list has, or a search finds. */
export const MOST_AT_A_TIME = 50;

/** Why one of them was left as they were. */
export type NotDone = 'below-zero' | 'no-card' | 'no-member' | 'other-request' | 'nothing-to-undo';

export type BulkResult = {
  ok: true;
  /** Ids of members. Those whom the same request had done before are among them. */
  done: string[];
  /** Those of them who were so already, by whomever; absent where nobody was. What was no change isn't taken back. */
  already?: string[];
  failed: { memberId: string; reason: NotDone }[];
};

/** One after the other, each by itself: one who can't be changed holds up nobody. Null means done. */
export async function eachOf(
  memberIds: readonly string[],
  act: (memberId: string) => Promise<NotDone | 'already' | null>,
): Promise<BulkResult> {
  const result: BulkResult = { ok: true, done: [], failed: [] };
  const already: string[] = [];
  for (const memberId of new Set(memberIds)) {
    const outcome = await act(memberId);
    if (outcome === null || outcome === 'already') result.done.push(memberId);
    else result.failed.push({ memberId, reason: outcome });
    if (outcome === 'already') already.push(memberId);
  }
  return already.length > 0 ? { ...result, already } : result;
}
