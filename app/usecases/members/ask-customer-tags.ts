// Customers' tags: asked only where the rules leave customers out by tag. The tags themselves aren't stored.
import type { AskedFacts } from '#app/core/orders/facts/freeze-facts.ts';
import type { Failure } from '#app/errors.ts';
import { askByIds } from '#app/shopify/admin-api/ask-by-ids.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { customerTags } from '#app/shopify/members/customer-tags.ts';

/** Shopify's limit of one `nodes` query. */
const MOST_IDS = 250;

/**
 * `failure` is set when Shopify couldn't be asked for all: whom it was asked for is there all the same. A customer who is
 * gone has no tags.
 */
export async function askCustomerTags(
  shopDomain: string,
  customerIds: readonly string[],
): Promise<{ tags: AskedFacts['tags']; failure?: Failure }> {
  const tags: Record<string, readonly string[]> = {};
  const ids = customerIds.map((id) => gid('Customer', id));
  const failure = await askByIds(shopDomain, customerTags, ids, {
    mostIds: MOST_IDS,
    take: ({ nodes }, batch) => {
      for (const [index, id] of batch.entries()) tags[digitsOfGid(id) ?? ''] = nodes[index]?.tags ?? [];
    },
  });
  return failure ? { tags, failure } : { tags };
}
