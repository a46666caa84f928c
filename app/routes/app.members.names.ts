import type { LoaderFunctionArgs } from '@remix-run/node';
import { orResponse } from '#app/errors.ts';
import { openApp } from '#app/usecases/shop/open-app.ts';
import { askCustomerNames } from '#app/usecases/members/ask-customer-names.ts';

/** Names for a page that is there already: no list waits for Shopify. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await orResponse(openApp(request));
  const asked = new URL(request.url).searchParams.get('ids') ?? '';
  const ids = asked.split(',').filter((id) => /^\d{1,18}$/.test(id));
  const names = await askCustomerNames(shop.domain, ids.slice(0, 50));
  return Response.json(names, { headers: { 'Cache-Control': 'no-store' } });
}
