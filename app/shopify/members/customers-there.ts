import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** Which of at most 250 customers there are: a node is null when Shopify has no such customer, and for no other reason. */
export const customersThere = operation<{ ids: string[] }>()({
  name: 'CustomersThere',
  document: `#graphql
    query CustomersThere($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
      }
    }`,
  result: z.object({ nodes: z.array(z.object({ id: z.string() }).nullable()) }),
  whole: true,
});
