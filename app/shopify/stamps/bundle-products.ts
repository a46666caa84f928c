import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** Products that orders take apart into components, 250 at a time; the search may name others, too. */
export const bundleProducts = operation<{ after: string | null }>()({
  name: 'BundleProducts',
  document: `#graphql
    query BundleProducts($after: String) {
      products(first: 250, after: $after, query: "bundles:true", sortKey: ID) {
        nodes {
          id
          hasVariantsThatRequiresComponents
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }`,
  result: z.object({
    products: z.object({
      nodes: z.array(z.object({ id: z.string(), hasVariantsThatRequiresComponents: z.boolean() })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});
