import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

const money = z.object({ amount: z.string() });
const moneySet = z.object({ shopMoney: money, presentmentMoney: money });
export type AdminMoneySet = z.infer<typeof moneySet>;

const page = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
const node = z.object({ id: z.string() });

const line = z.object({
  id: z.string(),
  quantity: z.int(),
  currentQuantity: z.int(),
  isGiftCard: z.boolean(),
  product: node.nullable(),
  variant: node.nullable(),
  lineItemGroup: node.nullable(),
  originalTotalSet: moneySet,
  discountAllocations: z.array(
    z.object({ allocatedAmountSet: moneySet, discountApplication: z.object({ index: z.int() }) }),
  ),
  taxLines: z.array(z.object({ priceSet: moneySet })),
});
export type AdminOrderLine = z.infer<typeof line>;

const order = z.object({
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
  currentTotalTaxSet: moneySet,
  currentShippingPriceSet: moneySet,
  totalTipReceivedSet: moneySet,
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
  lineItems: z.object({ nodes: z.array(line), pageInfo: page }),
});
export type AdminOrder = z.infer<typeof order>;

/** One order with a page of its lines (50); null when Shopify has it no longer. Repeat with `after` for the rest. */
export const readOrderPage = operation<{ id: string; after: string | null }>()({
  name: 'ReadOrderPage',
  document: `#graphql
    query ReadOrderPage($id: ID!, $after: String) {
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
        currentTotalTaxSet {
          shopMoney { amount }
          presentmentMoney { amount }
        }
        currentShippingPriceSet {
          shopMoney { amount }
          presentmentMoney { amount }
        }
        totalTipReceivedSet {
          shopMoney { amount }
          presentmentMoney { amount }
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
        refunds(first: 100) {
          id
        }
        lineItems(first: 50, after: $after) {
          nodes {
            id
            quantity
            currentQuantity
            isGiftCard
            product { id }
            variant { id }
            lineItemGroup { id }
            originalTotalSet {
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
  result: z.object({ order: order.nullable() }),
});

const refund = z.object({
  id: z.string(),
  refundLineItems: z.object({
    nodes: z.array(z.object({ subtotalSet: moneySet, totalTaxSet: moneySet })),
    pageInfo: page,
  }),
  refundShippingLines: z.object({
    nodes: z.array(z.object({ subtotalAmountSet: moneySet, taxAmountSet: moneySet })),
  }),
  transactions: z.object({
    nodes: z.array(z.object({ kind: z.string(), status: z.string(), amountSet: moneySet })),
  }),
});
export type AdminRefund = z.infer<typeof refund>;

/** One refund with a page of its lines (100). */
export const readRefundPage = operation<{ id: string; after: string | null }>()({
  name: 'ReadRefundPage',
  document: `#graphql
    query ReadRefundPage($id: ID!, $after: String) {
      refund(id: $id) {
        id
        refundLineItems(first: 100, after: $after) {
          nodes {
            subtotalSet {
              shopMoney { amount }
              presentmentMoney { amount }
            }
            totalTaxSet {
              shopMoney { amount }
              presentmentMoney { amount }
            }
          }
          pageInfo { hasNextPage endCursor }
        }
        refundShippingLines(first: 20) {
          nodes {
            subtotalAmountSet {
              shopMoney { amount }
              presentmentMoney { amount }
            }
            taxAmountSet {
              shopMoney { amount }
              presentmentMoney { amount }
            }
          }
        }
        transactions(first: 20) {
          nodes {
            kind
            status
            amountSet {
              shopMoney { amount }
              presentmentMoney { amount }
            }
          }
        }
      }
    }`,
  result: z.object({ refund: refund.nullable() }),
});
