import { useLoaderData } from '@remix-run/react';
import { revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { PointsPage } from '#app/ui/editing/points-page.tsx';
import { forMerchant } from './merchant/for-merchant.ts';
import { loadProgram } from './merchant/load-program.ts';

export const loader = forMerchant(loadProgram);

export const shouldRevalidate = revalidateUnlessRefused;

export default function Points() {
  return <PointsPage data={useLoaderData<typeof loader>()} />;
}
