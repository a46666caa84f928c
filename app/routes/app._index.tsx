import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pickLanguage } from '#app/core/language.ts';
import { shopSummary } from '#app/db/shop-summary.server.ts';
import { orResponse } from '#app/errors.ts';
import { openApp } from '#app/usecases/open-app.ts';
import { homeContent } from '#app/ui/home-content.ts';
import { Home } from '#app/ui/home.tsx';

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await orResponse(openApp(request));
  const summary = await shopSummary(shop.id, shop.publishedVersion);
  const language = pickLanguage([new URL(request.url).searchParams.get('locale')]);
  return homeContent({ shop: shop.domain, currency: shop.currency, ...summary }, language);
}

export default function HomePage() {
  return <Home {...useLoaderData<typeof loader>()} />;
}
