import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { shopSummary } from '#app/db/shop-summary.server.ts';
import { orResponse } from '#app/errors.ts';
import { openApp } from '#app/usecases/open-app.ts';
import { homeContent } from '#app/ui/home-content.ts';
import { Home } from '#app/ui/home.tsx';

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, language } = await orResponse(openApp(request));
  const summary = await shopSummary(shop.id, shop.publishedVersion);
  return homeContent({ shop: shop.domain, currency: shop.currency, ...summary }, language);
}

export default function HomePage() {
  return <Home {...useLoaderData<typeof loader>()} />;
}
