// The points that a voucher has taken for good. A voucher moves points in one way only, as target minus posted: what is said
// here depends on the state of its orders alone, so any order, doubling or loss of tellings ends alike.
import { mulDivCeil } from '../values/money.ts';

/** In the shop's minor units: what Shopify took off the whole line for this code. */
export type LineOff = { off: number; quantity: number; kept: number };

/** One order that ever named the voucher's code, as its newest snapshot says it. */
export type UsedOrder = {
  lines: readonly LineOff[];
  shippingOff: number;
  /**
   * Cancelled, voided, expired, deleted, or the code is no longer on it. Money that goes back without lines is no such case:
   * the goods, and the discount on them, are still the shopper's.
   */
  over: boolean;
  /** As the voucher was given: false where a refund brings nothing back. */
  inProportion: boolean;
  /** Minor units that may be lost to another currency's rounding; 0 where the shop's own was paid. */
  rounding: number;
};

/** So many points are so many minor units: the step of a voucher whose amount its owner chose. */
export type AmountRate = { points: number; minor: number };

/** `face` is what a voucher of money is worth; null for others, whose whole is what Shopify took off. */
export type PaidVoucher = { points: number; face: number | null; rate?: AmountRate | undefined };

const isAnythingKept = ({ lines }: UsedOrder): boolean => lines.some(({ kept }) => kept > 0);

/** What is still enjoyed of a code on one order. A line's kept part is rounded up: parts never add up to more than the whole. */
export function stillOff(order: UsedOrder): number {
  if (order.over) return 0;
  const ofLines = order.lines.reduce((sum, { off, quantity, kept }) => {
    return quantity > 0 ? sum + mulDivCeil(off, order.inProportion ? kept : quantity, quantity) : sum;
  }, 0);
  return ofLines + (!order.inProportion || isAnythingKept(order) ? order.shippingOff : 0);
}

/** What the code took off before anything came back. */
const offWhole = (order: UsedOrder): number => stillOff({ ...order, over: false, inProportion: false });

/** What of a voucher of money an order didn't need always comes back. */
function wholeOf(face: number | null, order: UsedOrder): number {
  const all = offWhole(order);
  const isRounded = face !== null && all > 0 && face > all && face - all <= order.rounding;
  return face === null || isRounded ? all : face;
}

/**
 * Points that one order has used up of a voucher. An amount that was lowered while a checkout was under way may have taken off
 * what it was before: that is what it costs.
 */
export function usedUp({ points, face, rate }: PaidVoucher, order: UsedOrder): number {
  const whole = wholeOf(face, order);
  const all = offWhole(order);
  if (rate && face !== null && all > face + order.rounding) {
    return mulDivCeil(mulDivCeil(all, rate.points, rate.minor), stillOff(order), all);
  }
  if (whole > 0) return mulDivCeil(points, Math.min(stillOff(order), whole), whole);
  // Named, and worth nothing on it, as free shipping where there was none: used while anything is kept.
  const isNothing = order.over || (order.inProportion && !isAnythingKept(order));
  return isNothing ? 0 : points;
}

/** `own`: the order's customer is the voucher's person. */
export type UseOfVoucher = UsedOrder & { own: boolean };

/** `beyond` is value that nobody paid for: told to the merchant, owed by nobody. */
export type TakenForGood = { taken: number; beyond: number };

/** Own uses all count; other people's until the voucher's points are used up. */
export function takenForGood(
  voucher: PaidVoucher & { released: boolean },
  uses: readonly UseOfVoucher[],
): TakenForGood {
  const { points, released } = voucher;
  if (uses.length === 0) return { taken: released ? 0 : points, beyond: 0 };
  const sumOf = (own: boolean) =>
    uses.filter((use) => use.own === own).reduce((sum, use) => sum + usedUp(voucher, use), 0);
  const own = sumOf(true);
  const others = sumOf(false);
  const ofOthers = Math.min(Math.max(points - own, 0), others);
  return { taken: own + ofOthers, beyond: others - ofOthers };
}
