import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';
import { listedNode } from './listed-orders.ts';

const result = z.object({
  orders: z.object({
    nodes: z.array(listedNode),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});

export type OrdersUpdated = z.infer<typeof result>;

/** Orders in the order of their last change, a hundred at a time, with what may change within a second of it. */
export const ordersUpdated = operation<{ query: string; after: string | null }>()({
  name: 'OrdersUpdated',
  document: `#graphql
    query OrdersUpdated($query: String!, $after: String) {
      orders(first: 100, after: $after, query: $query, sortKey: UPDATED_AT) {
        nodes {
          id
          updatedAt
          cancelledAt
          displayFinancialStatus
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }`,
  result,
});
