import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';
import { adminMoneySet } from '../snapshots/admin-parts.ts';

const order = z.object({
  id: z.string().optional(),
  presentmentCurrencyCode: z.string().optional(),
  totalReceivedSet: adminMoneySet.optional(),
});

/** What was paid of orders in all, before anything was given back. */
export const receivedMoney = operation<{ ids: string[] }>()({
  name: 'ReceivedMoney',
  document: `#graphql
    query ReceivedMoney($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Order {
          id
          presentmentCurrencyCode
          totalReceivedSet {
            shopMoney { amount }
            presentmentMoney { amount }
          }
        }
      }
    }`,
  result: z.object({ nodes: z.array(order.nullable()) }),
});
