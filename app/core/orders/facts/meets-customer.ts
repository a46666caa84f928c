import type { OrderOfMember } from '../known-order.ts';

/**
 * Being excluded or left out is decided when an order meets its customer: told for the first time, claimed, or moved to
 * another one. Never again for the same (C67).
 */
export function meetsCustomer(order: OrderOfMember): boolean {
  return order.facts === null || order.memberId === null || isAnothers(order);
}

/** It names another customer than its member's. Who was merged since counts as another one here. */
function isAnothers({ newest, memberCustomerId = null }: OrderOfMember): boolean {
  const named = newest?.customerId ?? null;
  return named !== null && memberCustomerId !== null && named !== memberCustomerId;
}
