// "100 points are €5.00: use as many as you like." What a number of points is worth, what an amount costs, and how much of a cart
// a balance pays. Worth is cut and cost is rounded up, so that no point is ever taken that buys nothing.
import { MOST_MINOR, mulDivCeil, mulDivFloor } from '../values/money.ts';
import type { RewardGives } from './reward-gives.ts';
import type { AmountRate } from './points-back.ts';

/** Minor units that so many points pay; 0 for a balance below zero, and no more than any price. */
export function worthOf(points: number, rate: AmountRate): number {
  return points <= 0 ? 0 : Math.min(mulDivFloor(points, rate.minor, rate.points), MOST_MINOR);
}

/** The fewest points that are worth so many minor units. */
export function costOf(minor: number, rate: AmountRate): number {
  return mulDivCeil(minor, rate.points, rate.minor);
}

export type AmountTerms = Pick<
  Extract<RewardGives, { kind: 'any-amount' }>,
  'leastMinor' | 'mostMinor' | 'sharePercent'
>;

/** An amount and what is taken for it. */
export type TakenAmount = { minor: number; points: number };

/**
 * The most of a cart that a balance pays; null where that is less than the least. Shopify refuses what is more than the share,
 * so the part of the cart is cut as well.
 * @param cartMinor the items after discounts on products, in the shop's minor units, rounded up from another currency
 */
export function fillCart(
  { cartMinor, points }: { cartMinor: number; points: number },
  rate: AmountRate,
  { leastMinor, mostMinor, sharePercent }: AmountTerms,
): TakenAmount | null {
  const ofCart = cartMinor <= 0 ? 0 : mulDivFloor(cartMinor, sharePercent, 100);
  const minor = Math.min(worthOf(points, rate), mostMinor ?? ofCart, ofCart);
  return minor < leastMinor ? null : { minor, points: costOf(minor, rate) };
}
