import type { BulkResult } from '#app/core/members/bulk.ts';
import type { BulkRequest } from './use-bulk.ts';

/** Of those who were changed alone: whom somebody else had excluded stays excluded. What was undone isn't done anew. */
export function wayBack(sent: BulkRequest, { done, already = [] }: BulkResult): BulkRequest | null {
  const memberIds = done.filter((id) => !already.includes(id));
  if (memberIds.length === 0) return null;
  switch (sent.do) {
    case 'adjust':
      return { do: 'undo', memberIds, requestKey: sent.requestKey };
    case 'block':
      return { do: 'block', memberIds, blocked: !sent.blocked };
    case 'undo':
      return null;
  }
}
