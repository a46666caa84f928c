import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** How many products are in at most 250 collections; a node is null when it is gone, or another shop's. */
export const collectionSizes = operation<{ ids: string[] }>()({
  whole: true,
  name: 'CollectionSizes',
  document: `#graphql
    query CollectionSizes($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Collection {
          id
          productsCount {
            count
          }
        }
      }
    }`,
  result: z.object({
    nodes: z.array(
      z
        .object({
          id: z.string().optional(),
          productsCount: z.object({ count: z.int() }).nullable().optional(),
        })
        .nullable(),
    ),
  }),
});
