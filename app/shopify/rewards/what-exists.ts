import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** Which of some ids Shopify still has; null in place of one that is gone. */
export const whatExists = operation<{ ids: string[] }>()({
  name: 'WhatExists',
  document: `#graphql
    query WhatExists($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
      }
    }`,
  result: z.object({ nodes: z.array(z.object({ id: z.string() }).nullable()) }),
  whole: true,
});
