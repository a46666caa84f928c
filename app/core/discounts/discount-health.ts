// "Does the cart give the sixth?", "Does a reward's code work?": of each published card and reward, what is the matter with its
// discount.
import type { CardWay } from './card-way.ts';
import type { HandChange } from './decide-discounts.ts';
import type { DiscountProblem } from './discount-problem.ts';
import { cardOwner } from './discount-owner.ts';
import type { HealthState } from '../shop/health.ts';
import type { StampCard } from '../program/card-rules.ts';
import type { Reward } from '../rewards/reward-rules.ts';
import { kindOf } from '../rewards/kinds/kind-of.ts';
import { rewardValueHash } from '../rewards/reward-value.ts';
import type { Localized } from '../values/languages.ts';

/** A discount, as we know it. `missing`: Shopify has none. */
export type KnownDiscount = {
  owner: string;
  discountId: string | null;
  state: 'missing' | 'scheduled' | 'active' | 'ended';
  problem: DiscountProblem | null;
  problemSaid: string | null;
  healed: HandChange | null;
  healedAt: Date | null;
};

/** `making`: it is on its way. */
export type DiscountStanding = {
  /** Digits of Shopify's id. */
  discountId: string | null;
  state: 'making' | 'scheduled' | 'active' | 'ended';
  problem: DiscountProblem | 'scope-missing' | null;
  /** Shopify's own words. */
  said: string | null;
  /** The change by hand that was last put right. */
  healed: { what: HandChange; at: string } | null;
};

/** `way`: how a full one is given. */
export type DiscountHealth = DiscountStanding & { cardKey: string; way: CardWay };
/** `idleGifts`: those that customers hold and that take nothing off, as long as Shopify doesn't run it. */
export type RewardHealth = DiscountStanding & { rewardKey: string; title: Localized; idleGifts: number };

/** How a card is given, and the beginning of the owner's name of its codes' discount. */
export type WayOfCard = { way: CardWay; codesOf: string | null };

/** In the program's order. @param mayManage whether the shop grants us its discounts. @param ways of those not in the cart */
export function discountHealth(
  cards: readonly Pick<StampCard, 'key'>[],
  known: readonly KnownDiscount[],
  mayManage: boolean,
  ways: Readonly<Record<string, WayOfCard>> = {},
): DiscountHealth[] {
  return cards.map(({ key }) => {
    const { way, codesOf } = ways[key] ?? { way: 'cart', codesOf: null };
    const isCodes = way === 'codes' && codesOf !== null;
    const row = known.find(({ owner }) => (isCodes ? owner.startsWith(codesOf) : owner === cardOwner(key)));
    const standing = standingOf(row, mayManage);
    // While it is being changed over neither discount says anything.
    const isMoving = way === 'to-codes' || way === 'to-cart';
    return { cardKey: key, way, ...(isMoving ? standingOf(undefined, mayManage) : standing) };
  });
}

export type KnownRewardDiscount = KnownDiscount & { idleGifts: number };

/** The same of rewards: of each the discount of its value as it is published. */
export function rewardHealth(
  rewards: readonly Reward[],
  known: readonly KnownRewardDiscount[],
  mayManage: boolean,
): RewardHealth[] {
  return rewards.map((reward) => {
    const stem = `reward/${reward.key}/`;
    const all = known.filter(({ owner }) => owner.startsWith(stem));
    const row = all.find(({ owner }) => owner.startsWith(`${stem}${rewardValueHash(reward)}/`));
    const idleGifts = all.reduce((sum, each) => sum + each.idleGifts, 0);
    const own = asItStands(reward, row);
    const standing = standingOf(own?.problem ? own : (troubledOf(all) ?? own), mayManage);
    return { rewardKey: reward.key, title: reward.title, idleGifts, ...standing };
  });
}

/** A value that is only held: Shopify won't mend its discount. What no function gives any more comes back by itself. */
const troubledOf = (all: readonly KnownRewardDiscount[]): KnownRewardDiscount | undefined =>
  all.find(({ problem }) => problem !== null && problem !== 'functions-not-available');

/** Where functions don't run codes of some kinds have discounts of their own, and need no other. */
function asItStands({ gives }: Reward, row: KnownDiscount | undefined): KnownDiscount | undefined {
  const standsAlone = row?.problem === 'functions-not-available' && kindOf(gives).standsAlone;
  return standsAlone ? { ...row, problem: null, state: 'active' } : row;
}

function standingOf(row: KnownDiscount | undefined, mayManage: boolean): DiscountStanding {
  const { discountId = null, state = 'missing', problem = null, problemSaid = null } = row ?? {};
  const healed = row?.healed && row.healedAt ? { what: row.healed, at: row.healedAt.toISOString() } : null;
  return {
    discountId,
    state: state === 'missing' ? 'making' : state,
    problem: mayManage ? problem : 'scope-missing',
    // Only an answer that we can't explain is worth reading.
    said: mayManage && problem === 'refused' ? problemSaid : null,
    healed,
  };
}

/** The state of all together. */
export function stateOfDiscounts(discounts: readonly DiscountStanding[]): HealthState {
  if (discounts.some(({ problem }) => problem !== null)) return 'late';
  return discounts.some(({ state }) => state === 'making') ? 'waiting' : 'good';
}
