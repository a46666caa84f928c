import { z } from 'zod';
import type { ShopSettings } from '#app/core/shop/shop-settings.ts';
import { operation } from '../admin-api/operation.ts';

const settings = z
  .object({
    name: z.string().nullable(),
    currencyCode: z.string(),
    ianaTimezone: z.string(),
    plan: z.object({ publicDisplayName: z.string() }),
  })
  .transform(({ name, currencyCode, ianaTimezone, plan }): ShopSettings => {
    return { name, currency: currencyCode, timeZone: ianaTimezone, plan: plan.publicDisplayName };
  });

/** Currency (ISO 4217), IANA time zone, name and plan of a shop. */
export const shopInfo = operation()({
  name: 'ShopInfo',
  document: `#graphql
    query ShopInfo {
      shop {
        name
        currencyCode
        ianaTimezone
        plan {
          publicDisplayName
        }
      }
    }
  `,
  result: z.object({ shop: settings }),
});
