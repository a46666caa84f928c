import { useLoaderData } from '@remix-run/react';
import { revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { TrialPage } from '#app/ui/editing/trial/trial-page.tsx';
import { forMerchant } from './merchant/for-merchant.ts';
import { loadProgram } from './merchant/load-program.ts';

export const loader = forMerchant(loadProgram);

export const shouldRevalidate = revalidateUnlessRefused;

export default function Trial() {
  return <TrialPage data={useLoaderData<typeof loader>()} />;
}
