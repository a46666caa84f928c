import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** Ids of orders in the order of their last change, a hundred at a time. */
export const ordersUpdated = operation<{ query: string; after: string | null }>()({
  name: 'OrdersUpdated',
  document: `#graphql
    query OrdersUpdated($query: String!, $after: String) {
      orders(first: 100, after: $after, query: $query, sortKey: UPDATED_AT) {
        nodes {
          id
          updatedAt
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }`,
  result: z.object({
    orders: z.object({
      nodes: z.array(z.object({ id: z.string(), updatedAt: z.string() })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});
