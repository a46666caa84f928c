import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

const customer = z.object({ id: z.string() }).nullable();

/** Whose at most 250 orders are today; a node is null when the order is gone. */
export const orderCustomers = operation<{ ids: string[] }>()({
  name: 'OrderCustomers',
  document: `#graphql
    query OrderCustomers($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Order {
          id
          customer {
            id
          }
        }
      }
    }`,
  result: z.object({ nodes: z.array(z.object({ customer: customer.optional() }).nullable()) }),
  whole: true,
});
