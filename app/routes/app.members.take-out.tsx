import { useLoaderData } from '@remix-run/react';
import { TakeOutPage } from '#app/ui/taking-out/take-out-page.tsx';
import { readTaken } from '#app/usecases/taking-out/read-taken.ts';
import { forMerchant } from './merchant/for-merchant.ts';

export const loader = forMerchant(async ({ shop }) => ({ counts: await readTaken(shop.id) }));

export default function TakeOut() {
  return <TakeOutPage {...useLoaderData<typeof loader>()} />;
}
