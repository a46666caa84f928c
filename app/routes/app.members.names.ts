import { NAMES_AT_ONCE } from '#app/core/members/names-at-once.ts';
import { askCustomerNames } from '#app/usecases/members/ask-customer-names.ts';
import { forMerchant } from './merchant/for-merchant.ts';

/** Names for a page that is there already: no list waits for Shopify. */
export const loader = forMerchant(async ({ shop, request }) => {
  const asked = new URL(request.url).searchParams.get('ids') ?? '';
  const ids = asked.split(',').filter((id) => /^\d{1,18}$/.test(id));
  const names = await askCustomerNames(shop.domain, ids.slice(0, NAMES_AT_ONCE));
  return Response.json(names, { headers: { 'Cache-Control': 'no-store' } });
});
