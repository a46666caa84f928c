import { askEmailsGiven } from '#app/usecases/moving-in/ask-emails-given.ts';
import { forMerchant } from './merchant/for-merchant.ts';

/** For a page that is there already: it doesn't wait for Shopify. */
export const loader = forMerchant(async ({ shop }) =>
  Response.json({ given: await askEmailsGiven(shop.domain) }, { headers: { 'Cache-Control': 'no-store' } }),
);
