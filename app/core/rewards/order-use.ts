// What an order's newest snapshot says of one of our codes. Amounts of the shop's currency, as Shopify shared the discount
// out over lines and ways of sending.
import { isOfSubscription } from '../stamps/order-stamps.ts';
import { codesOf, possibleCode } from '../snapshots/possible-code.ts';
import { mulDivFloor } from '../values/money.ts';
import type { LineDiscount, OrderLine, OrderSnapshot } from '../snapshots/order-snapshot.ts';
import type { UsedOrder } from './points-back.ts';

/** The codes of an order that use a voucher. A subscription's renewal repeats the code of an order that used it. */
export function codesUsed(newest: OrderSnapshot | null): string[] {
  return newest && newest.discounts.length > 0 && !isOfSubscription(newest) ? codesOf(newest.discounts) : [];
}

/** Codes of ours that staff or a script gave a discount as its name. Shopify has no use of them there, and nobody's points move. */
export function codesByHand(newest: OrderSnapshot | null): string[] {
  const byHand = newest?.discounts.filter(({ type }) => type === 'manual' || type === 'script') ?? [];
  return [...new Set(byHand.flatMap(({ title }) => possibleCode(title) ?? []))];
}

export type OrderOfVoucher = { newest: OrderSnapshot | null; deleted: boolean };

/** Why nothing of a voucher is used on an order that named its code; null where it may be. */
export type OverReason = 'gone' | 'taken-off';

export function overReason({ newest, deleted }: OrderOfVoucher, code: string): OverReason | null {
  if (!newest || deleted || newest.cancelledAt || isGivenUp(newest)) return 'gone';
  return codesOf(newest.discounts).includes(code) ? null : 'taken-off';
}

const isGivenUp = ({ status }: OrderSnapshot): boolean => status === 'voided' || status === 'expired';

/** @param code as `codesOf` writes it */
export function orderUse(order: OrderOfVoucher, code: string, inProportion: boolean): UsedOrder {
  const { newest } = order;
  const over = overReason(order, code) !== null;
  if (!newest) return { lines: [], shippingOff: 0, over, inProportion, rounding: 0 };
  const isOurs = applicationsOf(newest, code);
  const offOf = (discounts: readonly LineDiscount[]) =>
    discounts.reduce((sum, { application, amount }) => sum + (isOurs.has(application) ? amount[0] : 0), 0);
  const lines = newest.lines.map(({ discounts, quantity, currentQuantity }) => {
    return { off: offOf(discounts), quantity, kept: currentQuantity };
  });
  const shippingOff = (newest.shippingLines ?? []).reduce((sum, { discounts }) => sum + offOf(discounts), 0);
  const isDiscounted = ({ discounts }: OrderLine) =>
    discounts.some(({ application }) => isOurs.has(application));
  const rounding = roundingOf(newest, newest.lines.filter(isDiscounted).length);
  return { lines, shippingOff, over, inProportion, rounding };
}

/**
 * The checkout rounds an amount once to the shopper's minor unit, which may be thousands of the shop's, and each line's part back
 * to the shop's.
 */
function roundingOf({ currency, presentmentCurrency, lines }: OrderSnapshot, discounted: number): number {
  if (presentmentCurrency === currency) return 0;
  const [shop, shopper] = [0, 1].map((side) => lines.reduce((sum, { gross }) => sum + (gross[side] ?? 0), 0));
  return discounted + (shop && shopper && shopper > 0 ? mulDivFloor(shop, 1, 2 * shopper) : 0);
}

function applicationsOf({ discounts }: OrderSnapshot, code: string): Set<number> {
  const indexes = discounts.flatMap(({ type, title }, index) =>
    type === 'discount_code' && possibleCode(title) === code ? [index] : [],
  );
  return new Set(indexes);
}
