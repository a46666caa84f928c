import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** The country and the province of the shop's address. */
export const shopPlace = operation()({
  name: 'ShopPlace',
  document: `#graphql
    query ShopPlace {
      shop {
        shopAddress {
          countryCodeV2
          provinceCode
        }
      }
    }
  `,
  result: z.object({
    shop: z.object({
      shopAddress: z.object({ countryCodeV2: z.string().nullable(), provinceCode: z.string().nullable() }),
    }),
  }),
});
