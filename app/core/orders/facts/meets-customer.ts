import type { OrderOfMember } from '../known-order.ts';

/** Being excluded or blocked is decided when an order meets its customer, and never again (C67). */
export function meetsCustomer(order: OrderOfMember): boolean {
  return order.facts === null || order.memberId === null;
}
