import { z } from 'zod';
import { operation } from './operation.ts';

/** Input of `metafieldsSet`; `value` is JSON text, which a number's own is. */
export type MetafieldInput = {
  ownerId: string;
  namespace: string;
  key: string;
  type: 'json' | 'number_integer';
  value: string;
};

const userError = z.object({
  field: z.array(z.string()).nullable(),
  message: z.string(),
  code: z.string().nullable(),
  elementIndex: z.int().nullable(),
});
export type MetafieldError = z.infer<typeof userError>;

/** For a refusal without a code. */
export const UNKNOWN_CODE = 'UNKNOWN';

/** The refused elements with their codes; one that Shopify names only by `field` among them. */
export function codesByElement(errors: readonly MetafieldError[]): Map<number, string> {
  return new Map(
    errors.flatMap(({ elementIndex, field, code }) => {
      const element = elementIndex ?? Number(field?.[1] ?? NaN);
      return Number.isInteger(element) ? [[element, code ?? UNKNOWN_CODE] as const] : [];
    }),
  );
}

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
      userErrors: z.array(userError),
    }),
  }),
});
