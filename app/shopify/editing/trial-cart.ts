import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** A made-up cart's products (at most 250) with what it can't know; a node is null when gone, or another shop's. */
export const trialCart = operation<{ ids: string[] }>()({
  name: 'TrialCart',
  document: `#graphql
    query TrialCart($ids: [ID!]!) {
      shop {
        taxesIncluded
      }
      nodes(ids: $ids) {
        ... on Product {
          id
          isGiftCard
        }
      }
    }`,
  result: z.object({
    shop: z.object({ taxesIncluded: z.boolean() }),
    nodes: z.array(z.object({ id: z.string().optional(), isGiftCard: z.boolean().optional() }).nullable()),
  }),
});
