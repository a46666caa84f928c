import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** How many orders Shopify has of at most 250 customers, ever; a node is null when the customer is gone. */
export const orderCounts = operation<{ ids: string[] }>()({
  name: 'OrderCounts',
  document: `#graphql
    query OrderCounts($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Customer {
          id
          numberOfOrders
        }
      }
    }`,
  result: z.object({
    nodes: z.array(
      z.object({ id: z.string().optional(), numberOfOrders: z.coerce.number().int().optional() }).nullable(),
    ),
  }),
});
