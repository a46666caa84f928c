// Orders that bear a discount code, as Shopify's search finds them: seconds behind, by the first code of an order only, in any case.
import { z } from 'zod';
import type { ListedOrder } from '#app/core/snapshots/listed-order.ts';
import { callPatiently } from '../admin-api/call-patiently.ts';
import { operation } from '../admin-api/operation.ts';
import { listedNode, listedOrders } from '../orders/listed-orders.ts';

/** A code works once; that Shopify's limit runs behind makes it a few at most. */
const ordersOfCode = operation<{ query: string }>()({
  name: 'OrdersOfCode',
  document: `#graphql
    query OrdersOfCode($query: String!) {
      orders(first: 10, query: $query, sortKey: CREATED_AT, reverse: true) {
        nodes {
          id
          updatedAt
          cancelledAt
          displayFinancialStatus
        }
      }
    }`,
  result: z.object({ orders: z.object({ nodes: z.array(listedNode) }) }),
  whole: true,
});

/** Newest first. Throws a Failure when Shopify can't be asked. */
export async function findOrdersOfCode(shopDomain: string, code: string): Promise<ListedOrder[]> {
  const query = `discount_code:'${code}'`;
  const { orders } = await callPatiently(shopDomain, ordersOfCode, { query });
  return listedOrders(orders.nodes);
}
