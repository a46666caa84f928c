// "Where did this customer go?" Shopify doesn't say into whom a customer was merged. But a merge moves all orders to the one
// who is kept: where a customer is gone and every order is one other customer's, that one has everything.

/**
 * @param customerId who is gone
 * @param customersOfOrders whose each of their orders is today; null for nobody's, as after a deletion
 * @returns the customer who is kept, or null where the orders don't agree
 */
export function mergedInto(customerId: string, customersOfOrders: readonly (string | null)[]): string | null {
  const [kept = null] = customersOfOrders;
  const agree = customersOfOrders.every((each) => each === kept);
  return agree && kept !== customerId ? kept : null;
}
