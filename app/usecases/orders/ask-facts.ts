// What the due orders' rules need and the orders don't carry, asked in a few calls before anything is locked.
import {
  missingProducts,
  missingTagsOf,
  type AskedFacts,
  type OrderOfMember,
  type ProgramHistory,
} from '#app/core/orders/evaluate-order.ts';
import type { Failure } from '#app/errors.ts';
import { askCustomerTags } from '../members/ask-customer-tags.ts';
import { askProductGroups } from './ask-product-groups.ts';

/** `failure` is set when Shopify couldn't be asked for all of it: the orders that lack something wait. */
export async function askFacts(
  program: ProgramHistory & { domain: string },
  orders: readonly OrderOfMember[],
): Promise<{ asked: AskedFacts; failure?: Failure }> {
  const productIds = new Set(orders.flatMap((order) => missingProducts(order, program)));
  const customerIds = new Set(orders.flatMap((order) => missingTagsOf(order, program) ?? []));
  const { failure: ofProducts, ...products } = await askProductGroups(program.domain, [...productIds]);
  const { failure: ofCustomers, tags } = await askCustomerTags(program.domain, [...customerIds]);
  const failure = ofProducts ?? ofCustomers;
  const asked = { ...products, tags };
  return failure ? { asked, failure } : { asked };
}
