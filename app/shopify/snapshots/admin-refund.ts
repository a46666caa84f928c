import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';
import { adminMoneySet as moneySet, adminPage as page } from './admin-parts.ts';

const refund = z.object({
  id: z.string(),
  duties: z.array(z.object({ amountSet: moneySet })).nullable(),
  refundLineItems: z.object({
    nodes: z.array(z.object({ quantity: z.int(), lineItem: z.object({ id: z.string() }) })),
    pageInfo: page,
  }),
  refundShippingLines: z.object({
    nodes: z.array(z.object({ subtotalAmountSet: moneySet, taxAmountSet: moneySet })),
    pageInfo: page,
  }),
  transactions: z.object({
    nodes: z.array(
      z.object({
        kind: z.string(),
        status: z.string(),
        gateway: z.string().nullable(),
        amountSet: moneySet,
        amountRoundingSet: moneySet.nullable(),
      }),
    ),
    pageInfo: page,
  }),
});
export type AdminRefund = z.infer<typeof refund>;

type Cursors = {
  id: string;
  after: string | null;
  shippingAfter?: string | null;
  transactionsAfter?: string | null;
};

/** One refund with a page of its lines (100), shipping (20) and transactions (20). Repeat with the cursors for the rest. */
export const readRefundPage = operation<Cursors>()({
  name: 'ReadRefundPage',
  document: `#graphql
    query ReadRefundPage($id: ID!, $after: String, $shippingAfter: String, $transactionsAfter: String) {
      refund(id: $id) {
        id
        duties {
          amountSet {
            shopMoney { amount }
            presentmentMoney { amount }
          }
        }
        refundLineItems(first: 100, after: $after) {
          nodes {
            quantity
            lineItem { id }
          }
          pageInfo { hasNextPage endCursor }
        }
        refundShippingLines(first: 20, after: $shippingAfter) {
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
          pageInfo { hasNextPage endCursor }
        }
        transactions(first: 20, after: $transactionsAfter) {
          nodes {
            kind
            status
            gateway
            amountSet {
              shopMoney { amount }
              presentmentMoney { amount }
            }
            amountRoundingSet {
              shopMoney { amount }
              presentmentMoney { amount }
            }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
    }`,
  result: z.object({ refund: refund.nullable() }),
});

/** All refunds of an order. This list has no pages; 250 is the most that Shopify lists at once. */
export const listRefunds = operation<{ id: string }>()({
  name: 'ListRefunds',
  document: `#graphql
    query ListRefunds($id: ID!) {
      order(id: $id) {
        updatedAt
        refunds(first: 250) {
          id
        }
      }
    }`,
  result: z.object({
    order: z.object({ updatedAt: z.string(), refunds: z.array(z.object({ id: z.string() })) }).nullable(),
  }),
});
