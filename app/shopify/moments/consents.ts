import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

const consent = z.object({ marketingState: z.string(), consentUpdatedAt: z.string().nullish() }).nullish();

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
      nodes: z.array(z.object({ id: z.string(), updatedAt: z.string(), emailMarketingConsent: consent })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});

/** The same of at most 250 customers; a node is null when the customer is gone. */
export const consentsOf = operation<{ ids: string[] }>()({
  // A null beside a refusal is no answer.
  whole: true,
  name: 'ConsentsOf',
  document: `#graphql
    query ConsentsOf($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Customer {
          id
          updatedAt
          emailMarketingConsent {
            marketingState
            consentUpdatedAt
          }
        }
      }
    }`,
  result: z.object({
    nodes: z.array(
      z
        .object({
          id: z.string().optional(),
          updatedAt: z.string().optional(),
          emailMarketingConsent: consent,
        })
        .nullable(),
    ),
  }),
});
