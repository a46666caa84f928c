// "5.00 off, as a code": each value that a reward has, or had while somebody still holds a code of it, is one discount at
// Shopify with many codes, each good for one order. It never ends by itself: a reward's days limit only when points buy it.
import { kindOf } from '../rewards/kinds/kind-of.ts';
import type { RewardGives } from '../rewards/reward-gives.ts';
import { givesInOrder, type RewardValue } from '../rewards/reward-value.ts';
import { isSameJson } from '../values/same-json.ts';
import { same } from '../values/same.ts';
import type { DiscountKind, HandChange, ShownStatus } from './decide-discounts.ts';
import { readRewardOwner } from './discount-owner.ts';

export type WantedRewardDiscount = RewardValue & {
  title: string;
  currency: string;
  /** Of those that the app's function decides. */
  byFunction?: ByFunction;
};

/** What the function is asked for, and what it reads: JSON texts of its metafields. */
export type ByFunction = { classes: string[]; config: string; variables: string };

/** What Shopify may show and no reward gives. */
type Foreign = { kind: 'foreign' };

/** What Shopify shows of one that a function decides. */
type ShownFunction = { kind: 'function'; classes: string[]; config: string | null; variables: string | null };

/** As Shopify shows it; amounts in minor units of the shop's currency. */
export type ShownRewardDiscount = {
  /** Digits of Shopify's id. */
  id: string;
  status: ShownStatus;
  title: string;
  startsAt: string;
  endsAt: string | null;
  tags: string[];
  gives: RewardGives | Foreign | ShownFunction;
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
  if (!isWorthSame(wanted, shown)) return 'value';
  const { product, order, shipping } = combinationOf(wanted);
  const beside = shown.combinesWith;
  if (beside.product !== product || beside.order !== order || beside.shipping !== shipping)
    return 'combination';
  return isForOneOrderOfAnybody(shown) ? null : 'other';
}

function isWorthSame(wanted: WantedRewardDiscount, shown: ShownRewardDiscount): boolean {
  const { gives } = shown;
  if (gives.kind === 'foreign') return false;
  if (gives.kind === 'function' || wanted.byFunction) {
    return gives.kind === 'function' && wanted.byFunction !== undefined && isAsked(wanted.byFunction, gives);
  }
  return givesSame(wanted.gives, gives) && hasMinimum(wanted, shown);
}

/** Shopify may write the JSON of a metafield in another form than we do. */
function isAsked(wanted: ByFunction, shown: ShownFunction): boolean {
  return (
    same([...wanted.classes].sort(), [...shown.classes].sort()) &&
    isSameJson(wanted.config, shown.config) &&
    isSameJson(wanted.variables, shown.variables)
  );
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
