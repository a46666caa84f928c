import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** Ids of the shop's automatic discounts, fifty at a time, and which app each is of. */
export const automaticDiscounts = operation<{ after: string | null }>()({
  name: 'AutomaticDiscounts',
  document: `#graphql
    query AutomaticDiscounts($after: String) {
      currentAppInstallation {
        app {
          apiKey
        }
      }
      discountNodes(first: 50, after: $after, query: "method:automatic", sortKey: ID) {
        nodes {
          id
          discount {
            ... on DiscountAutomaticApp {
              appDiscountType {
                appKey
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }`,
  result: z.object({
    currentAppInstallation: z.object({ app: z.object({ apiKey: z.string() }) }),
    discountNodes: z.object({
      nodes: z.array(
        z.object({
          id: z.string(),
          discount: z.object({ appDiscountType: z.object({ appKey: z.string() }).optional() }),
        }),
      ),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});
