import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** Names of at most 250 customers; a node is null when the customer is gone, or the app may not read names. */
export const customerNames = operation<{ ids: string[] }>()({
  name: 'CustomerNames',
  document: `#graphql
    query CustomerNames($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Customer {
          id
          displayName
        }
      }
    }`,
  result: z.object({
    nodes: z.array(z.object({ id: z.string().optional(), displayName: z.string().nullish() }).nullable()),
  }),
});
