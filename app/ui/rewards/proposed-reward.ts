import { offeredKinds } from '#app/core/editing/offered-kinds.ts';
import type { Titles } from '#app/core/editing/picked.ts';
import { emptyReward, type RewardForm } from '#app/core/editing/reward-form.ts';
import { proposal, type Begin, type Proposal } from '#app/core/editing/reward-proposals.ts';
import { byLanguage } from '#app/core/values/languages.ts';
import type { RewardsData } from './rewards-data.ts';
import { suggestedTitle } from './suggested-title.ts';

export type Proposed = { proposed: Proposal; form: RewardForm; titles: Titles };

/** What a new reward begins as, named after what it gives; null where it can't be proposed. */
export function proposedReward(begin: Begin, data: RewardsData): Proposed | null {
  const { draft, currency, usual, place } = data;
  const product = data.functionsRun ? data.firstProduct : null;
  const shop = { currency, shippingMinor: usual.shippingMinor, place, product };
  const proposed = proposal(begin, draft.earn, shop, draft.rewards);
  if (!proposed || !isOffered(proposed, data)) return null;
  const titles = { products: product ? { [product.id]: product.title } : {}, collections: {} };
  const unnamed = byLanguage(() => '');
  const form = emptyReward(unnamed, proposed, { currency, titles, gone: '' });
  const title = byLanguage((language) => suggestedTitle(form, currency, language) ?? '');
  return { proposed, form: { ...form, title }, titles };
}

/** Beside the rewards that there are, in this shop. */
function isOffered({ gives }: Proposal, { draft, functionsRun }: RewardsData): boolean {
  const kinds = (draft.rewards ?? []).map((reward) => ({ kind: reward.gives.kind }));
  return offeredKinds({ kind: 'amount' }, kinds, functionsRun).includes(gives.kind);
}
