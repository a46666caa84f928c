import { useLoaderData } from '@remix-run/react';
import { RewardsPage } from '#app/ui/rewards/rewards-page.tsx';
import { forMerchant } from './merchant/for-merchant.ts';
import { loadRewards } from './merchant/load-rewards.ts';

export const loader = forMerchant(loadRewards);

export default function Rewards() {
  return <RewardsPage data={useLoaderData<typeof loader>()} />;
}
