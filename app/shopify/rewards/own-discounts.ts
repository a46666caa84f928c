// Discounts of single vouchers, as Shopify shows them: by their ids, and by their tag.
import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

const money = z.object({ amount: z.string() });

const discount = z.object({
  title: z.string().optional(),
  status: z.enum(['ACTIVE', 'EXPIRED', 'SCHEDULED']).optional(),
  startsAt: z.string().optional(),
  endsAt: z.string().nullish(),
  tags: z.array(z.string()).default([]),
  usageLimit: z.number().nullish(),
  asyncUsageCount: z.number().default(0),
  context: z.object({ customers: z.array(z.object({ id: z.string() })).optional() }).optional(),
  combinesWith: z
    .object({ productDiscounts: z.boolean(), orderDiscounts: z.boolean(), shippingDiscounts: z.boolean() })
    .optional(),
  minimumRequirement: z.object({ greaterThanOrEqualToSubtotal: money.optional() }).nullish(),
  customerGets: z
    .object({
      appliesOnSubscription: z.boolean(),
      appliesOnOneTimePurchase: z.boolean(),
      value: z.object({ amount: money.optional() }),
      items: z.object({ allItems: z.boolean().optional() }),
    })
    .optional(),
  codes: z.object({ nodes: z.array(z.object({ code: z.string() })) }).optional(),
});
export type OwnDiscountNode = z.infer<typeof discount>;

/** A node is null when it is gone. */
export const shownOwnDiscounts = operation<{ ids: string[] }>()({
  name: 'ReadOwnDiscounts',
  document: `#graphql
    query ReadOwnDiscounts($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on DiscountCodeNode {
          id
          codeDiscount {
            ... on DiscountCodeBasic {
              title
              status
              startsAt
              endsAt
              tags
              usageLimit
              asyncUsageCount
              context {
                ... on DiscountCustomers {
                  customers {
                    id
                  }
                }
              }
              combinesWith {
                productDiscounts
                orderDiscounts
                shippingDiscounts
              }
              minimumRequirement {
                ... on DiscountMinimumSubtotal {
                  greaterThanOrEqualToSubtotal {
                    amount
                  }
                }
                ... on DiscountMinimumQuantity {
                  greaterThanOrEqualToQuantity
                }
              }
              customerGets {
                appliesOnSubscription
                appliesOnOneTimePurchase
                value {
                  ... on DiscountAmount {
                    amount {
                      amount
                    }
                  }
                }
                items {
                  ... on AllDiscountItems {
                    allItems
                  }
                }
              }
              codes(first: 2) {
                nodes {
                  code
                }
              }
            }
          }
        }
      }
    }`,
  result: z.object({
    nodes: z.array(z.object({ id: z.string().optional(), codeDiscount: discount.optional() }).nullable()),
  }),
  whole: true,
});

/** Fifty at a time. Shopify's search runs behind by seconds. */
export const taggedOwnDiscounts = operation<{ query: string; after: string | null }>()({
  name: 'TaggedOwnDiscounts',
  document: `#graphql
    query TaggedOwnDiscounts($query: String!, $after: String) {
      discountNodes(first: 50, after: $after, query: $query, sortKey: ID) {
        nodes {
          id
          discount {
            ... on DiscountCodeBasic {
              status
              codes(first: 2) {
                nodes {
                  code
                }
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }`,
  result: z.object({
    discountNodes: z.object({
      nodes: z.array(z.object({ id: z.string(), discount })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});
