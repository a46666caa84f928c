// "2 of 3 orders": the bars to the next gift that orders bring, in the program's copy; and what of them a member has, in the member's. Nothing
// is shown that may turn out wrong: what isn't for everybody, may have come to its ceiling, or is a surprise in a parcel has no bar.
import type { MomentRule, Offer } from '../moments/moment-rule.ts';
import { rewardOfOffer } from '../moments/reward-of-moment.ts';
import type { Reward } from '../rewards/reward-rules.ts';
import type { Localized } from '../values/languages.ts';
import type { NamedGift } from './project-choices.ts';

export type OrderBar = {
  key: string;
  title: Localized;
  n: number;
  every?: true;
  /** Absent where the shopper will choose one. */
  gift?: NamedGift;
};

/** Orders that are kept, those from before among them; `had`: causes of coming numbers that have brought their gift before. */
export type OrdersProjection = { count: number; had?: string[] };

/** Null where nobody knows the number yet. */
export type OrdersState = { orders?: { count: number; had: readonly string[] } | null };

type OrderRule = Extract<MomentRule, { kind: 'nth-order' }>;

const hasBar = ({ when, who, offers, ceiling }: OrderRule): boolean =>
  when.n > 1 && who.conditions.length === 0 && !ceiling && offers.some(({ kind }) => kind !== 'task');

export function projectOrderBars(
  moments: readonly MomentRule[] = [],
  rewards: readonly Reward[] = [],
): { bars?: OrderBar[] } {
  const rules = moments.filter((rule): rule is OrderRule => rule.kind === 'nth-order');
  const bars = rules.filter(hasBar).flatMap((rule) => barOf(rule, rewards));
  return bars.length > 0 ? { bars } : {};
}

/** What the pages can't name they don't promise. */
function barOf(
  { key, title, when: { n, every }, offers }: OrderRule,
  rewards: readonly Reward[],
): OrderBar[] {
  const [only] = offers;
  const bar: OrderBar = { key, title, n, ...(every && { every }) };
  if (offers.length > 1 || !only) return [bar];
  const gift = nameOf(only, rewards);
  return gift ? [{ ...bar, gift }] : [];
}

function nameOf(offer: Offer, rewards: readonly Reward[]): NamedGift | null {
  if (offer.kind === 'points') return { points: offer.points };
  const reward = offer.kind === 'reward' ? rewardOfOffer(offer, rewards) : null;
  return reward && { title: reward.title };
}

export function projectOrders({ orders }: OrdersState): { orders?: OrdersProjection } {
  if (!orders) return {};
  const { count, had } = orders;
  return { orders: { count, ...(had.length > 0 && { had: [...had] }) } };
}
