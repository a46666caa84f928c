import { useLoaderData, type ShouldRevalidateFunctionArgs } from '@remix-run/react';
import { z } from 'zod';
import { BEGINNINGS } from '#app/core/editing/reward-proposals.ts';
import { revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { RewardPage } from '#app/ui/rewards/reward-page.tsx';
import { forMerchant } from './merchant/for-merchant.ts';
import { loadRewards } from './merchant/load-rewards.ts';

/** `/app/program/rewards/new` is one that isn't saved yet: no reward has this key. */
const NEW = 'new';
/** What a new one begins as. */
const beginning = z.enum(BEGINNINGS).catch('amount');

export const loader = forMerchant(async ({ params, request, ...visit }) => {
  const begin = beginning.parse(new URL(request.url).searchParams.get('begin'));
  const data = await loadRewards(visit, begin === 'product');
  const key = params['key'] === NEW ? '' : (params['key'] ?? '');
  const isThere = key === '' || data.draft.rewards?.some((reward) => reward.key === key);
  if (!isThere) throw Response.json(null, { status: 404 });
  return { data, rewardKey: key, begin };
});

const removal = z.object({ do: z.literal('remove-reward') });

/** A reward that was just removed is nowhere: its page leaves, and isn't read again. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs): boolean {
  return !removal.safeParse(args.json).success && revalidateUnlessRefused(args);
}

export default function Reward() {
  const { data, rewardKey, begin } = useLoaderData<typeof loader>();
  return <RewardPage key={rewardKey} data={data} rewardKey={rewardKey} begin={begin} />;
}
