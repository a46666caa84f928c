// Customers' tags: asked only where the rules leave customers out by tag. The tags themselves aren't stored.
import type { AskedFacts } from '#app/core/orders/facts/freeze-facts.ts';
import { Failure } from '#app/errors.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { customerTags } from '#app/shopify/members/customer-tags.ts';

/** Shopify's limit of one `nodes` query. */
const MOST_IDS = 250;

/** `failure` is set when Shopify couldn't be asked; a customer who is gone has no tags. */
export async function askCustomerTags(
  shopDomain: string,
  customerIds: readonly string[],
): Promise<{ tags: AskedFacts['tags']; failure?: Failure }> {
  const tags: Record<string, readonly string[]> = Object.fromEntries(customerIds.map((id) => [id, []]));
  try {
    for (let start = 0; start < customerIds.length; start += MOST_IDS) {
      const ids = customerIds.slice(start, start + MOST_IDS).map((id) => gid('Customer', id));
      const { nodes } = await callAdmin(shopDomain, customerTags, { ids });
      for (const node of nodes) {
        const customerId = node?.id ? digitsOfGid(node.id) : null;
        if (customerId && node?.tags) tags[customerId] = node.tags;
      }
    }
    return { tags };
  } catch (failure) {
    if (failure instanceof Failure) return { tags: {}, failure };
    throw failure;
  }
}
