// The body of `customers/merge`, which Shopify sends as the merge goes on, and when it has failed.
import { z } from 'zod';
import { cleanText } from '../payloads/clean-text.ts';
import { refusedFields, toldGid } from '../payloads/told-values.ts';
import { parseBody } from '../payloads/webhook-body.ts';

const body = z.object({
  admin_graphql_api_customer_kept_id: toldGid,
  admin_graphql_api_customer_deleted_id: toldGid,
  status: z.string(),
});

export type ParsedMerge =
  | { kind: 'merged'; keptId: string; deletedId: string }
  | { kind: 'not-yet'; reason: string }
  | { kind: 'unreadable'; reason: string };

/** Ids as decimal strings. Only a completed merge is one. */
export function parseMerge(raw: string): ParsedMerge {
  const parsed = body.safeParse(parseBody(raw));
  if (!parsed.success) return { kind: 'unreadable', reason: `not a merge: ${refusedFields(parsed.error)}` };
  const { admin_graphql_api_customer_kept_id: keptId, admin_graphql_api_customer_deleted_id: deletedId } =
    parsed.data;
  if (keptId === deletedId) return { kind: 'unreadable', reason: 'not a merge: twice the same customer' };
  const status = cleanText(parsed.data.status).toLowerCase();
  if (status !== 'completed') return { kind: 'not-yet', reason: `merge ${status.slice(0, 40)}` };
  return { kind: 'merged', keptId, deletedId };
}
