import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** Which of at most 250 orders there are: a node is null when Shopify has no such order, or it is beyond the app's reach. */
export const ordersThere = operation<{ ids: string[] }>()({
  name: 'OrdersThere',
  document: `#graphql
    query OrdersThere($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
      }
    }`,
  result: z.object({ nodes: z.array(z.object({ id: z.string() }).nullable()) }),
  whole: true,
});

/** The same of one order, by another way of asking. */
export const orderThere = operation<{ id: string }>()({
  name: 'OrderThere',
  document: `#graphql
    query OrderThere($id: ID!) {
      order(id: $id) {
        id
      }
    }`,
  result: z.object({ order: z.object({ id: z.string() }).nullable() }),
  whole: true,
});
