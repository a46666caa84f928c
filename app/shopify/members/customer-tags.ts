import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** Tags of at most 250 customers; a node is null when the customer is gone. */
export const customerTags = operation<{ ids: string[] }>()({
  // A null beside a refusal is no answer.
  whole: true,
  name: 'CustomerTags',
  document: `#graphql
    query CustomerTags($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Customer {
          id
          tags
        }
      }
    }`,
  result: z.object({
    nodes: z.array(z.object({ id: z.string().optional(), tags: z.array(z.string()).optional() }).nullable()),
  }),
});
