import { z } from 'zod';
import { operation } from './operation.ts';

/** Input of `metafieldsSet`; `value` is JSON text. */
export type MetafieldInput = {
  ownerId: string;
  namespace: string;
  key: string;
  type: 'json';
  value: string;
};

/** At most 25, all or none; `elementIndex` of an error names the one that Shopify refuses. */
export const setMetafields = operation<{ metafields: MetafieldInput[] }>()({
  name: 'SetMetafields',
  document: `#graphql
    mutation SetMetafields($metafields: [MetafieldsSetInput!]!) {
      metafieldsSet(metafields: $metafields) {
        metafields {
          id
        }
        userErrors {
          field
          message
          code
          elementIndex
        }
      }
    }`,
  result: z.object({
    metafieldsSet: z.object({
      userErrors: z.array(
        z.object({
          field: z.array(z.string()).nullable(),
          message: z.string(),
          code: z.string().nullable(),
          elementIndex: z.int().nullable(),
        }),
      ),
    }),
  }),
});
