// A reward's discount in the words of Shopify's inputs.
import {
  combinationOf,
  tagsOfReward,
  type ByFunction,
  type ShownRewardDiscount,
  type WantedRewardDiscount,
} from '#app/core/discounts/reward-discounts.ts';
import type { Owned } from '#app/core/discounts/decide-discounts.ts';
import { kindOf } from '#app/core/rewards/kinds/kind-of.ts';
import { VOUCHER_CONFIG, VOUCHER_VARIABLES } from '#app/core/rewards/voucher-config.ts';
import { amountText } from '#app/core/values/amount-text.ts';
import { gid } from '#app/shopify/admin-api/ids.ts';
import type { AppInput, BasicInput, FreeShippingInput } from '#app/shopify/rewards/write-reward-discount.ts';

type Wanted = Owned<WantedRewardDiscount>;
type Chosen = { productIds: readonly string[]; collectionIds: readonly string[] };

export type RewardInput =
  | { kind: 'basic'; discount: BasicInput }
  | { kind: 'free-shipping'; discount: FreeShippingInput }
  | { kind: 'by-function'; discount: AppInput };

/** @param shown null while it is being made */
export function rewardInput(wanted: Wanted, shown: ShownRewardDiscount | null, now: Date): RewardInput {
  const { gives, currency } = wanted;
  const common = commonInput(wanted, shown, now);
  const on = { appliesOnSubscription: false, appliesOnOneTimePurchase: true };
  if (wanted.byFunction)
    return { kind: 'by-function', discount: { ...common, ...on, ...functionInput(wanted.byFunction) } };
  const minimumRequirement = minimumInput(wanted);
  if (gives.kind === 'free-shipping') {
    const maximumShippingPrice = gives.upToMinor === null ? null : amountText(gives.upToMinor, currency);
    const own = { destination: { all: true as const }, maximumShippingPrice };
    return { kind: 'free-shipping', discount: { ...common, minimumRequirement, ...on, ...own } };
  }
  if (gives.kind === 'product' || gives.kind === 'any-amount')
    throw new Error('no discount of Shopify’s own');
  const value =
    gives.kind === 'percent'
      ? { percentage: gives.percent / 100 }
      : { discountAmount: { amount: amountText(gives.minor, currency), appliesOnEachItem: false } };
  const items = itemsOf(kindOf(gives).named(gives), shown);
  const customerGets = { ...on, value, ...(items && { items }) };
  return { kind: 'basic', discount: { ...common, minimumRequirement, customerGets } };
}

function commonInput(wanted: Wanted, shown: ShownRewardDiscount | null, now: Date) {
  const { product, order, shipping } = combinationOf(wanted);
  return {
    title: wanted.title,
    startsAt: shown && new Date(shown.startsAt) <= now ? shown.startsAt : now.toISOString(),
    endsAt: null,
    tags: tagsOfReward(wanted.owner),
    usageLimit: 1,
    appliesOncePerCustomer: false,
    recurringCycleLimit: 1,
    context: { all: 'ALL' as const },
    combinesWith: { productDiscounts: product, orderDiscounts: order, shippingDiscounts: shipping },
  };
}

function minimumInput({ minimumMinor, currency }: Wanted): BasicInput['minimumRequirement'] {
  if (minimumMinor === null) return null;
  return { subtotal: { greaterThanOrEqualToSubtotal: amountText(minimumMinor, currency) } };
}

function functionInput({ classes, config, variables }: ByFunction) {
  const json = (place: { namespace: string; key: string }, value: string) => {
    return { ...place, type: 'json' as const, value };
  };
  const metafields = [json(VOUCHER_CONFIG, config), json(VOUCHER_VARIABLES, variables)];
  return { discountClasses: classes, metafields };
}

/**
 * What a hand has chosen beside is taken out again. A reward is of products or of collections. Undefined where the choice stands:
 * a change that names none is refused.
 */
function itemsOf(of: Chosen | null, shown: ShownRewardDiscount | null): BasicInput['customerGets']['items'] {
  if (of === null) return { all: true };
  const there = shown && chosenOf(shown.gives);
  if (of.collectionIds.length > 0) {
    const { add, remove } = changed('Collection', of.collectionIds, there?.collectionIds ?? []);
    return add.length + remove.length > 0 ? { collections: { add, remove } } : undefined;
  }
  const { add, remove } = changed('Product', of.productIds, there?.productIds ?? []);
  return add.length + remove.length > 0
    ? { products: { productsToAdd: add, productsToRemove: remove } }
    : undefined;
}

function chosenOf(gives: ShownRewardDiscount['gives']): Chosen | null {
  return gives.kind === 'foreign' || gives.kind === 'function' ? null : kindOf(gives).named(gives);
}

function changed(type: string, wanted: readonly string[], there: readonly string[]) {
  const gids = (some: readonly string[]) => some.map((id) => gid(type, id));
  return {
    add: gids(wanted.filter((id) => !there.includes(id))),
    remove: gids(there.filter((id) => !wanted.includes(id))),
  };
}
