import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

const metafield = z.object({ value: z.string() }).nullable().optional();
const combinesWith = z.object({
  productDiscounts: z.boolean(),
  orderDiscounts: z.boolean(),
  shippingDiscounts: z.boolean(),
});
const appDiscount = z.object({
  title: z.string(),
  status: z.enum(['ACTIVE', 'EXPIRED', 'SCHEDULED']),
  startsAt: z.string(),
  endsAt: z.string().nullable(),
  discountClasses: z.array(z.string()),
  appliesOnSubscription: z.boolean(),
  appliesOnOneTimePurchase: z.boolean(),
  combinesWith,
});
export type AppDiscount = z.infer<typeof appDiscount>;

/** Automatic discounts of an app, with what the function reads; a node is null when it is gone. */
export const shownDiscounts = operation<{ ids: string[] }>()({
  name: 'ReadDiscounts',
  document: `#graphql
    query ReadDiscounts($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on DiscountAutomaticNode {
          id
          config: metafield(namespace: "$app:sixth-free", key: "config") {
            value
          }
          variables: metafield(namespace: "$app:sixth-free", key: "variables") {
            value
          }
          automaticDiscount {
            ... on DiscountAutomaticApp {
              title
              status
              startsAt
              endsAt
              discountClasses
              appliesOnSubscription
              appliesOnOneTimePurchase
              combinesWith {
                productDiscounts
                orderDiscounts
                shippingDiscounts
              }
            }
          }
        }
      }
    }`,
  result: z.object({
    nodes: z.array(
      z
        .object({
          id: z.string(),
          config: metafield,
          variables: metafield,
          automaticDiscount: appDiscount,
        })
        .nullable(),
    ),
  }),
});
