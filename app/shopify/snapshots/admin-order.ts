import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

import { adminMoneySet as moneySet, adminPage as page } from './admin-parts.ts';

const node = z.object({ id: z.string() });

const allocation = z.object({
  allocatedAmountSet: moneySet,
  discountApplication: z.object({ index: z.int() }),
});
export type AdminAllocation = z.infer<typeof allocation>;

export const adminOrderLine = z.object({
  id: z.string(),
  quantity: z.int(),
  currentQuantity: z.int(),
  isGiftCard: z.boolean(),
  product: node.nullable(),
  variant: node.nullable(),
  requiresShipping: z.boolean(),
  lineItemGroup: node.nullable(),
  originalUnitPriceSet: moneySet,
  discountAllocations: z.array(allocation),
  taxLines: z.array(z.object({ priceSet: moneySet })),
});
export type AdminOrderLine = z.infer<typeof adminOrderLine>;

export const adminShippingLine = z.object({
  originalPriceSet: moneySet,
  discountAllocations: z.array(allocation),
});

export const adminOrder = z.object({
  id: z.string(),
  name: z.string(),
  customer: node.nullable(),
  processedAt: z.string(),
  updatedAt: z.string(),
  cancelledAt: z.string().nullable(),
  displayFinancialStatus: z.string().nullable(),
  test: z.boolean(),
  sourceName: z.string().nullable(),
  tags: z.array(z.string()),
  taxesIncluded: z.boolean(),
  currencyCode: z.string(),
  presentmentCurrencyCode: z.string(),
  currentTotalPriceSet: moneySet,
  currentTotalTaxSet: moneySet,
  currentShippingPriceSet: moneySet,
  currentTotalDutiesSet: moneySet.nullable(),
  originalTotalDutiesSet: moneySet.nullable(),
  currentTotalAdditionalFeesSet: moneySet.nullable(),
  originalTotalAdditionalFeesSet: moneySet.nullable(),
  totalCashRoundingAdjustment: z.object({ paymentSet: moneySet, refundSet: moneySet }),
  totalOutstandingSet: moneySet,
  totalTipReceivedSet: moneySet,
  displayFulfillmentStatus: z.string(),
  fulfillments: z.array(z.object({ createdAt: z.string(), status: z.string() })),
  discountApplications: z.object({
    nodes: z.array(
      z.object({
        __typename: z.string(),
        index: z.int(),
        title: z.string().optional(),
        code: z.string().optional(),
      }),
    ),
  }),
  refunds: z.array(node),
  shippingLines: z.object({ nodes: z.array(adminShippingLine), pageInfo: page }),
  lineItems: z.object({ nodes: z.array(adminOrderLine), pageInfo: page }),
});
export type AdminOrder = z.infer<typeof adminOrder>;

/** Refunds on one page of an order. More are listed by `listRefunds`. */
export const REFUNDS_OF_PAGE = 50;

/**
 * One order with a page of its lines (40) and ways of sending (5); null when Shopify has it no longer. Repeat with the
 * cursors for the rest.
 */
export const readOrderPage = operation<{
  id: string;
  after: string | null;
  shippingAfter?: string | null;
}>()({
  name: 'ReadOrderPage',
  document: `#graphql
    query ReadOrderPage($id: ID!, $after: String, $shippingAfter: String) {
      order(id: $id) {
        id
        name
        customer {
          id
        }
        processedAt
        updatedAt
        cancelledAt
        displayFinancialStatus
        test
        sourceName
        tags
        taxesIncluded
        currencyCode
        presentmentCurrencyCode
        currentTotalPriceSet {
          shopMoney { amount }
          presentmentMoney { amount }
        }
        currentTotalTaxSet {
          shopMoney { amount }
          presentmentMoney { amount }
        }
        currentShippingPriceSet {
          shopMoney { amount }
          presentmentMoney { amount }
        }
        currentTotalDutiesSet {
          shopMoney { amount }
          presentmentMoney { amount }
        }
        originalTotalDutiesSet {
          shopMoney { amount }
          presentmentMoney { amount }
        }
        currentTotalAdditionalFeesSet {
          shopMoney { amount }
          presentmentMoney { amount }
        }
        originalTotalAdditionalFeesSet {
          shopMoney { amount }
          presentmentMoney { amount }
        }
        totalOutstandingSet {
          shopMoney { amount }
          presentmentMoney { amount }
        }
        totalTipReceivedSet {
          shopMoney { amount }
          presentmentMoney { amount }
        }
        totalCashRoundingAdjustment {
          paymentSet {
            shopMoney { amount }
            presentmentMoney { amount }
          }
          refundSet {
            shopMoney { amount }
            presentmentMoney { amount }
          }
        }
        displayFulfillmentStatus
        fulfillments(first: 100) {
          createdAt
          status
        }
        discountApplications(first: 50) {
          nodes {
            __typename
            index
            ... on AutomaticDiscountApplication { title }
            ... on DiscountCodeApplication { code }
            ... on ManualDiscountApplication { title }
            ... on ScriptDiscountApplication { title }
          }
        }
        refunds(first: 50) {
          id
        }
        shippingLines(first: 5, after: $shippingAfter) {
          nodes {
            originalPriceSet {
              shopMoney { amount }
              presentmentMoney { amount }
            }
            discountAllocations {
              allocatedAmountSet {
                shopMoney { amount }
                presentmentMoney { amount }
              }
              discountApplication { index }
            }
          }
          pageInfo { hasNextPage endCursor }
        }
        lineItems(first: 40, after: $after) {
          nodes {
            id
            quantity
            currentQuantity
            isGiftCard
            product { id }
            variant { id }
            requiresShipping
            lineItemGroup { id }
            originalUnitPriceSet {
              shopMoney { amount }
              presentmentMoney { amount }
            }
            discountAllocations {
              allocatedAmountSet {
                shopMoney { amount }
                presentmentMoney { amount }
              }
              discountApplication { index }
            }
            taxLines {
              priceSet {
                shopMoney { amount }
                presentmentMoney { amount }
              }
            }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
    }`,
  result: z.object({ order: adminOrder.nullable() }),
});
