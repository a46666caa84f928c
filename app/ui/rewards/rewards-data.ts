// What the rewards' pages know beside the program.
import type { RewardHealth } from '#app/core/discounts/discount-health.ts';
import type { FirstProduct } from '#app/core/editing/reward-proposals.ts';
import type { UsualOrders } from '#app/core/orders/usual-orders.ts';
import type { RewardFigures } from '#app/core/rewards/reward-figures.ts';
import type { Place } from '#app/core/rewards/law/law-pack.ts';
import type { ProgramData } from '../editing/program-data.ts';

/** The list's, with what became of each reward. */
export type RewardsListData = RewardsData & { figures: Record<string, RewardFigures> };

export type RewardsData = ProgramData & {
  /** Null where the orders are too few to know. */
  usual: UsualOrders;
  /** The published rewards' discounts. */
  rewardDiscounts: RewardHealth[];
  /** Where the shop is; null where Shopify wasn't asked yet. */
  place: Place | null;
  /** Of the draft's cards; null where there is none, and where nobody needs it. */
  firstProduct: FirstProduct | null;
};
