import { askLineTitles } from '#app/usecases/orders/ask-line-titles.ts';
import { forMerchant } from './merchant/for-merchant.ts';

/** What an order's lines are called, for a "why" that is open already: no page waits for Shopify. */
export const loader = forMerchant(async ({ shop, request }) => {
  const orderId = /^\d{1,18}$/.exec(new URL(request.url).searchParams.get('order') ?? '')?.[0];
  const titles = orderId === undefined ? {} : await askLineTitles(shop.domain, orderId);
  return Response.json(titles, { headers: { 'Cache-Control': 'no-store' } });
});
