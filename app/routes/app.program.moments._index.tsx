import { useLoaderData } from '@remix-run/react';
import { GalleryPage } from '#app/ui/moments/list/gallery-page.tsx';
import { forMerchant } from './merchant/for-merchant.ts';
import { loadProgram } from './merchant/load-program.ts';

export const loader = forMerchant((visit) => loadProgram(visit));

export default function Moments() {
  return <GalleryPage data={useLoaderData<typeof loader>()} />;
}
