// "Does the cart give the sixth?": of each published card, what is the matter with its automatic discount.
import type { HandChange } from './decide-discounts.ts';
import type { DiscountProblem } from './discount-problem.ts';
import { cardOwner } from './discount-owner.ts';
import type { HealthState } from '../shop/health.ts';
import type { StampCard } from '../program/card-rules.ts';

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
export type DiscountHealth = {
  cardKey: string;
  /** Digits of Shopify's id. */
  discountId: string | null;
  state: 'making' | 'scheduled' | 'active' | 'ended';
  problem: DiscountProblem | 'scope-missing' | null;
  /** Shopify's own words. */
  said: string | null;
  /** The change by hand that was last put right. */
  healed: { what: HandChange; at: string } | null;
};

/** In the program's order. @param mayManage whether the shop grants us its discounts */
export function discountHealth(
  cards: readonly Pick<StampCard, 'key'>[],
  known: readonly KnownDiscount[],
  mayManage: boolean,
): DiscountHealth[] {
  return cards.map(({ key }): DiscountHealth => {
    const row = known.find(({ owner }) => owner === cardOwner(key));
    const { discountId = null, state = 'missing', problem = null, problemSaid = null } = row ?? {};
    const healed = row?.healed && row.healedAt ? { what: row.healed, at: row.healedAt.toISOString() } : null;
    return {
      cardKey: key,
      discountId,
      state: state === 'missing' ? 'making' : state,
      problem: mayManage ? problem : 'scope-missing',
      // Only an answer that we can't explain is worth reading.
      said: mayManage && problem === 'refused' ? problemSaid : null,
      healed,
    };
  });
}

/** The state of all cards together. */
export function stateOfDiscounts(discounts: readonly DiscountHealth[]): HealthState {
  if (discounts.some(({ problem }) => problem !== null)) return 'late';
  return discounts.some(({ state }) => state === 'making') ? 'waiting' : 'good';
}
