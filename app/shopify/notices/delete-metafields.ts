import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

export type MetafieldName = { ownerId: string; namespace: string; key: string };

/** One that isn't there is no error. */
export const deleteMetafields = operation<{ metafields: MetafieldName[] }>()({
  name: 'DeleteMetafields',
  document: `#graphql
    mutation DeleteMetafields($metafields: [MetafieldIdentifierInput!]!) {
      metafieldsDelete(metafields: $metafields) {
        deletedMetafields {
          key
        }
        userErrors {
          field
          message
        }
      }
    }`,
  result: z.object({
    metafieldsDelete: z.object({ userErrors: z.array(z.object({ message: z.string() })) }),
  }),
});
