import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** Titles of at most 250 products and collections; a node is null when it is gone, or another shop's. */
export const titles = operation<{ ids: string[] }>()({
  name: 'Titles',
  document: `#graphql
    query Titles($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on Product {
          id
          title
          status
          isGiftCard
        }
        ... on Collection {
          id
          title
        }
      }
    }`,
  result: z.object({
    nodes: z.array(
      z
        .object({
          id: z.string().optional(),
          title: z.string().optional(),
          status: z.string().optional(),
          isGiftCard: z.boolean().optional(),
        })
        .nullable(),
    ),
  }),
});
