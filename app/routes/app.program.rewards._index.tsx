import { useLoaderData } from '@remix-run/react';
import { RewardsPage } from '#app/ui/rewards/rewards-page.tsx';
import { readRewardFigures } from '#app/usecases/rewards/read-reward-figures.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { loadRewards } from './merchant/load-rewards.ts';

export const loader = forMerchant(async (visit) => {
  const [data, figures] = await Promise.all([loadRewards(visit, true), readRewardFigures(visit.shop.id)]);
  return { ...data, figures };
});

export default function Rewards() {
  return <RewardsPage data={useLoaderData<typeof loader>()} />;
}
