import { z } from 'zod';
import type { Handles } from '#app/core/storefront/page-handles.ts';
import { callAdmin } from '../admin-api/admin.server.ts';
import { digitsOfGid, gid } from '../admin-api/ids.ts';
import { operation } from '../admin-api/operation.ts';

/** At most 250 products; a node is null when it is gone. */
const productHandles = operation<{ ids: string[] }>()({
  name: 'ProductHandles',
  document: `#graphql
    query ProductHandles($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Product {
          id
          handle
        }
      }
    }`,
  result: z.object({
    nodes: z.array(z.object({ id: z.string().optional(), handle: z.string().optional() }).nullable()),
  }),
});

/** The handles of these products, of which a program has at most 200. Throws a Failure when Shopify can't be asked. */
export async function askHandles(shopDomain: string, productIds: readonly string[]): Promise<Handles> {
  if (productIds.length === 0) return {};
  const ids = productIds.map((id) => gid('Product', id));
  const { nodes } = await callAdmin(shopDomain, productHandles, { ids });
  const found = nodes.flatMap((node) => {
    const id = node?.id && digitsOfGid(node.id);
    return id && node.handle !== undefined ? [[id, node.handle] as const] : [];
  });
  return Object.fromEntries(found);
}
