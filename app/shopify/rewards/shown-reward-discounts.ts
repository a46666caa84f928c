import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

const money = z.object({ amount: z.string() });
const ids = z.object({ nodes: z.array(z.object({ id: z.string() })) });

/** What of it is there depends on its kind. */
const codeDiscount = z.object({
  title: z.string().optional(),
  status: z.enum(['ACTIVE', 'EXPIRED', 'SCHEDULED']).optional(),
  startsAt: z.string().optional(),
  endsAt: z.string().nullable().optional(),
  tags: z.array(z.string()).default([]),
  usageLimit: z.number().nullable().default(null),
  appliesOncePerCustomer: z.boolean().default(false),
  context: z.object({ all: z.string().optional() }).optional(),
  combinesWith: z
    .object({
      productDiscounts: z.boolean(),
      orderDiscounts: z.boolean(),
      shippingDiscounts: z.boolean(),
    })
    .optional(),
  minimumRequirement: z.object({ greaterThanOrEqualToSubtotal: money.optional() }).nullable().optional(),
  customerGets: z
    .object({
      appliesOnSubscription: z.boolean(),
      appliesOnOneTimePurchase: z.boolean(),
      value: z.object({
        percentage: z.number().optional(),
        amount: money.optional(),
        appliesOnEachItem: z.boolean().optional(),
      }),
      items: z.object({
        allItems: z.boolean().optional(),
        products: ids.optional(),
        collections: ids.optional(),
      }),
    })
    .optional(),
  maximumShippingPrice: money.nullable().optional(),
  destinationSelection: z.object({ allCountries: z.boolean().optional() }).optional(),
  appliesOnSubscription: z.boolean().optional(),
  appliesOnOneTimePurchase: z.boolean().optional(),
  /** Of one that an app's function decides. */
  appDiscountType: z.object({ appKey: z.string() }).optional(),
  discountClasses: z.array(z.string()).optional(),
});
const metafield = z.object({ value: z.string() }).nullable().optional();

const node = z.object({
  id: z.string().optional(),
  config: metafield,
  variables: metafield,
  codeDiscount: codeDiscount.optional(),
});
export type CodeDiscountNode = z.infer<typeof node>;
export type CodeDiscount = z.infer<typeof codeDiscount>;

/** Discounts with codes by their ids; a node is null when it is gone. */
export const shownRewardDiscounts = operation<{ ids: string[] }>()({
  name: 'ReadRewardDiscounts',
  document: `#graphql
    query ReadRewardDiscounts($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on DiscountCodeNode {
          id
          config: metafield(namespace: "$app:loyalty-vouchers", key: "config") {
            value
          }
          variables: metafield(namespace: "$app:loyalty-vouchers", key: "variables") {
            value
          }
          codeDiscount {
            ... on DiscountCodeApp {
              title
              status
              startsAt
              endsAt
              tags
              usageLimit
              appliesOncePerCustomer
              appliesOnSubscription
              appliesOnOneTimePurchase
              discountClasses
              appDiscountType {
                appKey
              }
              context {
                ... on DiscountBuyerSelectionAll {
                  all
                }
              }
              combinesWith {
                productDiscounts
                orderDiscounts
                shippingDiscounts
              }
            }
            ... on DiscountCodeBasic {
              title
              status
              startsAt
              endsAt
              tags
              usageLimit
              appliesOncePerCustomer
              context {
                ... on DiscountBuyerSelectionAll {
                  all
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
              }
              customerGets {
                appliesOnSubscription
                appliesOnOneTimePurchase
                value {
                  ... on DiscountPercentage {
                    percentage
                  }
                  ... on DiscountAmount {
                    amount {
                      amount
                    }
                    appliesOnEachItem
                  }
                }
                items {
                  ... on AllDiscountItems {
                    allItems
                  }
                  ... on DiscountProducts {
                    products(first: 51) {
                      nodes {
                        id
                      }
                    }
                  }
                  ... on DiscountCollections {
                    collections(first: 21) {
                      nodes {
                        id
                      }
                    }
                  }
                }
              }
            }
            ... on DiscountCodeFreeShipping {
              title
              status
              startsAt
              endsAt
              tags
              usageLimit
              appliesOncePerCustomer
              appliesOnSubscription
              appliesOnOneTimePurchase
              context {
                ... on DiscountBuyerSelectionAll {
                  all
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
              }
              maximumShippingPrice {
                amount
              }
              destinationSelection {
                ... on DiscountCountryAll {
                  allCountries
                }
              }
            }
          }
        }
      }
    }`,
  result: z.object({
    nodes: z.array(node.nullable()),
  }),
});

/** Ids of discounts that bear our tag, fifty at a time. Shopify's search runs behind by seconds. */
export const taggedDiscounts = operation<{ query: string; after: string | null }>()({
  name: 'TaggedDiscounts',
  document: `#graphql
    query TaggedDiscounts($query: String!, $after: String) {
      discountNodes(first: 50, after: $after, query: $query, sortKey: ID) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }`,
  result: z.object({
    discountNodes: z.object({
      nodes: z.array(z.object({ id: z.string() })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});
