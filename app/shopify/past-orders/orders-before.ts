import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** How many orders a search finds. */
export const ordersBefore = operation<{ query: string; most: number }>()({
  name: 'OrdersBefore',
  document: `#graphql
    query OrdersBefore($query: String!, $most: Int!) {
      ordersCount(query: $query, limit: $most) {
        count
      }
    }`,
  result: z.object({ ordersCount: z.object({ count: z.int().min(0) }).nullable() }),
});
