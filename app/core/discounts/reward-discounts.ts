// "5.00 off, as a code": each value that a reward has, or had while somebody still holds a code of it, is one discount at
// Shopify with many codes, each good for one order. It never ends by itself: a reward's days limit only when points buy it.
import { kindOf } from '../rewards/kinds/kind-of.ts';
import type { RewardGives } from '../rewards/reward-gives.ts';
import { givesInOrder, type RewardValue } from '../rewards/reward-value.ts';
import { same } from '../values/same.ts';
import type { DiscountKind, HandChange, ShownStatus } from './decide-discounts.ts';
import { readRewardOwner } from './discount-owner.ts';

export type WantedRewardDiscount = RewardValue & { title: string; currency: string };

/** What Shopify may show and no reward gives. */
type Foreign = { kind: 'foreign' };

/** As Shopify shows it; amounts in minor units of the shop's currency. */
export type ShownRewardDiscount = {
  /** Digits of Shopify's id. */
  id: string;
  status: ShownStatus;
  title: string;
  startsAt: string;
  endsAt: string | null;
  tags: string[];
  gives: RewardGives | Foreign;
  minimum: { kind: 'subtotal'; minor: number } | Foreign | null;
  combinesWith: RewardValue['combinesWith'];
  /** Of each code. */
  usageLimit: number | null;
  oncePerCustomer: boolean;
  forEverybody: boolean;
  onSubscriptions: boolean;
  onOneTimePurchases: boolean;
};

/** The first tag of each of them: those that nobody knows any more are found by it. */
export const REWARD_TAG = 'sixth-reward';

export const tagsOfReward = (owner: string): string[] => [REWARD_TAG, owner];

function ownOwner({ tags }: ShownRewardDiscount): string | null {
  return tags.find((tag) => readRewardOwner(tag) !== null) ?? null;
}

/** Two discounts for shipping never stand in one order. */
export function combinationOf({ gives, combinesWith }: RewardValue): RewardValue['combinesWith'] {
  return kindOf(gives).discountClass(gives) === 'shipping'
    ? { ...combinesWith, shipping: false }
    : combinesWith;
}

function difference(wanted: WantedRewardDiscount, shown: ShownRewardDiscount): HandChange | null {
  if (shown.title !== wanted.title.trim()) return 'renamed';
  if (shown.endsAt !== null) return shown.status === 'EXPIRED' ? 'ended' : 'dates';
  if (shown.status === 'SCHEDULED') return 'dates';
  if (shown.gives.kind === 'foreign' || !givesSame(wanted.gives, shown.gives) || !hasMinimum(wanted, shown))
    return 'value';
  const { product, order, shipping } = combinationOf(wanted);
  const beside = shown.combinesWith;
  if (beside.product !== product || beside.order !== order || beside.shipping !== shipping)
    return 'combination';
  return isForOneOrderOfAnybody(shown) ? null : 'other';
}

const givesSame = (wanted: RewardGives, shown: RewardGives): boolean =>
  same(givesInOrder(wanted), givesInOrder(shown));

function hasMinimum({ minimumMinor }: RewardValue, { minimum }: ShownRewardDiscount): boolean {
  if (minimumMinor === null || minimum === null) return minimumMinor === minimum;
  return minimum.kind === 'subtotal' && minimum.minor === minimumMinor;
}

function isForOneOrderOfAnybody(shown: ShownRewardDiscount): boolean {
  const { usageLimit, oncePerCustomer, forEverybody, onSubscriptions, onOneTimePurchases } = shown;
  return usageLimit === 1 && !oncePerCustomer && forEverybody && !onSubscriptions && onOneTimePurchases;
}

export const REWARD_DISCOUNTS: DiscountKind<WantedRewardDiscount, ShownRewardDiscount> = {
  ownOwner,
  difference,
};
