import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** What the lines of an order are called, with their variants: the first 100. Null when Shopify no longer shows the order. */
export const lineTitles = operation<{ id: string }>()({
  name: 'LineTitles',
  document: `#graphql
    query LineTitles($id: ID!) {
      order(id: $id) {
        lineItems(first: 100) {
          nodes {
            id
            name
          }
        }
      }
    }`,
  result: z.object({
    order: z
      .object({ lineItems: z.object({ nodes: z.array(z.object({ id: z.string(), name: z.string() })) }) })
      .nullable(),
  }),
});
