import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** Whether customers let the shop send them mails that advertise, and since when, in the order of their last change. No address is read. */
export const consentsUpdated = operation<{ query: string; after: string | null }>()({
  name: 'ConsentsUpdated',
  document: `#graphql
    query ConsentsUpdated($query: String!, $after: String) {
      customers(first: 100, after: $after, query: $query, sortKey: UPDATED_AT) {
        nodes {
          id
          updatedAt
          emailMarketingConsent {
            marketingState
            consentUpdatedAt
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }`,
  result: z.object({
    customers: z.object({
      nodes: z.array(
        z.object({
          id: z.string(),
          updatedAt: z.string(),
          emailMarketingConsent: z
            .object({ marketingState: z.string(), consentUpdatedAt: z.string().nullish() })
            .nullish(),
        }),
      ),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});
