import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** Currency (ISO 4217) and IANA time zone of a shop. */
export const shopInfo = operation()({
  name: 'ShopInfo',
  document: `#graphql
    query ShopInfo {
      shop {
        currencyCode
        ianaTimezone
      }
    }
  `,
  result: z.object({ shop: z.object({ currencyCode: z.string(), ianaTimezone: z.string() }) }),
});
