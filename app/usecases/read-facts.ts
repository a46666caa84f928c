// What the due orders' rules need and the orders don't carry, asked in a few calls before anything is locked.
import {
  missingCollections,
  missingTagsOf,
  type Asked,
  type OrderOfMember,
  type ProgramHistory,
} from '#app/core/evaluate-order.ts';
import type { Failure } from '#app/errors.ts';
import { readCollections } from './read-collections.ts';
import { readCustomerTags } from './read-customer-tags.ts';

/** `failure` is set when Shopify couldn't be asked for all of it: the orders that lack something wait. */
export async function readFacts(
  program: ProgramHistory & { domain: string },
  orders: readonly OrderOfMember[],
): Promise<{ asked: Asked; failure?: Failure }> {
  const productIds = new Set(orders.flatMap((order) => missingCollections(order, program)));
  const customerIds = new Set(orders.flatMap((order) => missingTagsOf(order, program) ?? []));
  const products = await readCollections(program.domain, [...productIds]);
  const customers = await readCustomerTags(program.domain, [...customerIds]);
  const failure = products.failure ?? customers.failure;
  const asked = { collections: products.collections, tags: customers.tags };
  return failure ? { asked, failure } : { asked };
}
