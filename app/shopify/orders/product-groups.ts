import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** Collections and tags of up to 9 products, by cost; a node is null when the product is gone. */
export const productGroups = operation<{ ids: string[] }>()({
  // A null beside a refusal is no answer.
  whole: true,
  name: 'ProductGroups',
  document: `#graphql
    query ProductGroups($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Product {
          id
          tags
          collections(first: 100) {
            nodes {
              id
            }
          }
        }
      }
    }`,
  result: z.object({
    nodes: z.array(
      z
        .object({
          id: z.string().optional(),
          tags: z.array(z.string()).optional(),
          collections: z.object({ nodes: z.array(z.object({ id: z.string() })) }).optional(),
        })
        .nullable(),
    ),
  }),
});
