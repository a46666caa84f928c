import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** Of at most 50 orders: when their parcels are promised, and came. Carriers that aren't tracked say nothing. */
export const deliveries = operation<{ ids: string[] }>()({
  name: 'Deliveries',
  document: `#graphql
    query Deliveries($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Order {
          id
          displayFulfillmentStatus
          fulfillments(first: 20) {
            status
            estimatedDeliveryAt
            deliveredAt
          }
        }
      }
    }`,
  result: z.object({
    nodes: z.array(
      z
        .object({
          id: z.string().optional(),
          displayFulfillmentStatus: z.string().optional(),
          fulfillments: z
            .array(
              z.object({
                status: z.string(),
                estimatedDeliveryAt: z.string().nullable(),
                deliveredAt: z.string().nullable(),
              }),
            )
            .optional(),
        })
        .nullable(),
    ),
  }),
});
