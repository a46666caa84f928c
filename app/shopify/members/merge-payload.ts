// The body of `customers/merge`, which Shopify sends as the merge goes on, and when it has failed.
import { z } from 'zod';
import { digitsOfGid } from '../admin-api/ids.ts';
import { parseBody } from '../payloads/webhook-body.ts';

const body = z.object({
  admin_graphql_api_customer_kept_id: z.string(),
  admin_graphql_api_customer_deleted_id: z.string(),
  status: z.string(),
});

export type ParsedMerge =
  | { kind: 'merged'; keptId: string; deletedId: string }
  | { kind: 'not-yet'; reason: string }
  | { kind: 'unreadable'; reason: string };

/** Ids as decimal strings. Only a completed merge is one. */
export function parseMerge(raw: string): ParsedMerge {
  const parsed = body.safeParse(parseBody(raw));
  if (!parsed.success) return { kind: 'unreadable', reason: 'not a merge' };
  const keptId = digitsOfGid(parsed.data.admin_graphql_api_customer_kept_id);
  const deletedId = digitsOfGid(parsed.data.admin_graphql_api_customer_deleted_id);
  if (!keptId || !deletedId || keptId === deletedId) return { kind: 'unreadable', reason: 'not a merge' };
  const status = parsed.data.status.toLowerCase();
  if (status !== 'completed') return { kind: 'not-yet', reason: `merge ${status.slice(0, 40)}` };
  return { kind: 'merged', keptId, deletedId };
}
