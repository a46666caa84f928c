import { z } from 'zod';
import { operation } from '../operation.ts';

/** Collections of up to 9 products, by cost; a node is null when the product is gone. */
export const productCollections = operation<{ ids: string[] }>()({
  name: 'ProductCollections',
  document: `#graphql
    query ProductCollections($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Product {
          id
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
          collections: z.object({ nodes: z.array(z.object({ id: z.string() })) }).optional(),
        })
        .nullable(),
    ),
  }),
});
