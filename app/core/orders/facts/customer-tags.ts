// "Who bears this tag earns nothing": the customer's tags, of which only the answer is kept.
import { bearsOneOf } from '../../members/bears-one-of.ts';
import { versionOfOrder, type KnownOrder, type OrderOfMember, type ProgramHistory } from '../known-order.ts';
import type { FactKind, ListsById } from './fact-kind.ts';
import { meetsCustomer } from './meets-customer.ts';

/** By customer. */
export type AskedCustomerTags = { tags: ListsById };

export const customerTags: FactKind<AskedCustomerTags> = {
  missing: (order, program) => [missingTagsOf(order, program) ?? []].flat(),
  isAsked: (customerId, { tags }) => customerId in tags,
  freeze: (facts, order, program, { tags }) => {
    const customerId = missingTagsOf(order, program);
    const bears = (customerId !== null && tags[customerId]) || [];
    const excludedByTag = bearsOneOf(excludedTags(order, program), bears);
    return excludedByTag ? { ...facts, blocked: true, excludedByTag } : facts;
  },
};

/** The customer whose tags the order's rules need; null when they need none, or when it has been decided. */
export function missingTagsOf(order: OrderOfMember, program: ProgramHistory): string | null {
  const needed = meetsCustomer(order) && excludedTags(order, program).length > 0;
  return needed ? (order.newest?.customerId ?? null) : null;
}

/** Tags that exclude a customer under the order's rules. */
function excludedTags(order: KnownOrder, program: ProgramHistory): string[] {
  return versionOfOrder(order, program)?.rules.leftOutTags ?? [];
}
