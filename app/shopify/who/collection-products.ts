import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** A page of what is in a collection, in an order that no merchant changes; null when it is gone, or another shop's. */
export const collectionProducts = operation<{ id: string; after: string | null }>()({
  // A null beside a refusal is no answer.
  whole: true,
  name: 'CollectionProducts',
  document: `#graphql
    query CollectionProducts($id: ID!, $after: String) {
      collection(id: $id) {
        title
        productsCount {
          count
        }
        products(first: 250, after: $after, sortKey: ID) {
          nodes {
            id
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }`,
  result: z.object({
    collection: z
      .object({
        title: z.string(),
        productsCount: z.object({ count: z.int() }).nullable(),
        products: z.object({
          nodes: z.array(z.object({ id: z.string() })),
          pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
        }),
      })
      .nullable(),
  }),
});
