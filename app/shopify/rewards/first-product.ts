import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

const product = z.object({
  id: z.string(),
  title: z.string(),
  status: z.string(),
  isGiftCard: z.boolean(),
  variants: z.object({ nodes: z.array(z.object({ price: z.string() })) }),
});

/** A product, or the first of a collection, with the price of its first variant; null when it is gone. */
export const firstProduct = operation<{ id: string }>()({
  name: 'FirstProduct',
  document: `#graphql
    query FirstProduct($id: ID!) {
      node(id: $id) {
        ... on Product {
          ...Priced
        }
        ... on Collection {
          products(first: 1) {
            nodes {
              ...Priced
            }
          }
        }
      }
    }

    fragment Priced on Product {
      id
      title
      status
      isGiftCard
      variants(first: 1) {
        nodes {
          price
        }
      }
    }`,
  result: z.object({
    node: z
      .union([product, z.object({ products: z.object({ nodes: z.array(product) }) }), z.object({})])
      .nullable(),
  }),
});
