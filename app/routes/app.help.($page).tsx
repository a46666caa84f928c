import { useLoaderData } from '@remix-run/react';
import { isGuidePage } from '#app/core/help/guide-pages.ts';
import { GuidePage } from '#app/ui/help/guide-page.tsx';
import { readGuidePage } from '#app/usecases/help/read-guide-page.ts';
import { forMerchant } from './merchant/for-merchant.ts';

export const loader = forMerchant(async ({ params }) => {
  const page = params['page'] ?? 'start';
  if (!isGuidePage(page)) throw Response.json(null, { status: 404 });
  return { page, texts: await readGuidePage(page) };
});

export default function Guide() {
  return <GuidePage {...useLoaderData<typeof loader>()} />;
}
