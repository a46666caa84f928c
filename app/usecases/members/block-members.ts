// Several members excluded, or included again, by the one way in which it is done to one.
import { eachOf, type BulkResult } from '#app/core/members/bulk.ts';
import { blockMember } from './block-member.ts';

export async function blockMembers(
  shopId: number,
  memberIds: readonly string[],
  blocked: boolean,
): Promise<BulkResult> {
  return eachOf(memberIds, async (memberId) => {
    const result = await blockMember(shopId, memberId, blocked);
    if (!result.ok) return result.reason;
    return result.changed ? null : 'already';
  });
}
