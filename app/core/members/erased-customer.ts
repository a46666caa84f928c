/** Whether the customer's id is the made-up one, below zero, that an erased member bears; no customer of Shopify has it. */
export function isErasedCustomer(customerId: string): boolean {
  return customerId.startsWith('-');
}
