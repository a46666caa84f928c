import { callPatiently } from '../admin-api/call-patiently.ts';
import { digitsOfGid, gid } from '../admin-api/ids.ts';
import { whatExists } from './what-exists.ts';

/** Shopify reads no more ids at once. */
const MOST_IDS = 250;

/** Those of these products or collections that the shop still has. Throws a Failure when Shopify can't be asked. */
export async function existingIds(
  shopDomain: string,
  type: 'Product' | 'Collection',
  ids: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (let start = 0; start < ids.length; start += MOST_IDS) {
    const gids = ids.slice(start, start + MOST_IDS).map((id) => gid(type, id));
    const { nodes } = await callPatiently(shopDomain, whatExists, { ids: gids });
    for (const node of nodes) {
      const id = node && digitsOfGid(node.id);
      if (id) found.add(id);
    }
  }
  return found;
}
