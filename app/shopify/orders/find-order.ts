import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** The newest order of a search, with what its lines are called (the first 100). */
export const findOrder = operation<{ query: string }>()({
  name: 'FindOrder',
  document: `#graphql
    query FindOrder($query: String!) {
      orders(first: 1, query: $query, sortKey: PROCESSED_AT, reverse: true) {
        nodes {
          id
          name
          lineItems(first: 100) {
            nodes {
              id
              title
            }
          }
        }
      }
    }`,
  result: z.object({
    orders: z.object({
      nodes: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          lineItems: z.object({ nodes: z.array(z.object({ id: z.string(), title: z.string() })) }),
        }),
      ),
    }),
  }),
});
