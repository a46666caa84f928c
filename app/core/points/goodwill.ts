// "Money given back as goodwill takes its share of the points; money that was due back to the shopper takes none."
//
// All in minor units of the currency the shopper paid in. Of each refund r: `named` is what it says it is for (its units by
// the order's own lines with tax that isn't inside, shipping, duties), and what it gave above that, beyond a minor unit a
// line and what cash is rounded by, was given beside it. Then
//
//   given  = Σ max(0, money − named − tolerance)
//   due back = max(0, received − kept − Σ named of refunds that gave money, but for what they gave less in exchange)
//   goodwill = max(0, given − due back)
//
// `kept` is what the kept order costs, `received` what the shopper paid before anything was given back. Received is more
// than kept and named goods cost where goods went back without money: then money that follows was due back.
//
// 2 × 10.00 bought: received 20.00. One goes back less a fee of 2.00 (money 8.00, named 10.00), then 2.00 are given:
// given 2.00, due back 20.00 − 10.00 − 10.00 = 0, goodwill 2.00, and the 10 points of what is kept become 10 × 8/10 = 8.
// The same without the fee: money 10.00 for named 10.00, then 2.00: 8 as well.
// 48.00 and 10.00 bought, the 48.00 exchanged for 30.00 with 18.00 back, the 10.00 back without money, then 10.00 follow:
// given 10.00, due back 58.00 − 30.00 − (48.00 − 30.00) = 10.00: none.
// One goes back without money, then 10.00 follow: named of refunds that gave money 0, due back 20.00 − 10.00 = 10.00: none.
import { mulDivFloor } from '../values/money.ts';
import type { OrderRefund, OrderSnapshot } from '../snapshots/order-snapshot.ts';
import { costOfUnits, goneMinor, keptTotalMinor, PRESENTMENT, SHOP } from './kept-money.ts';
import { looseRefundMinor } from './loose-refund.ts';

/** Snapshots from before shape 3 don't say what their refunds are for. */
export function saysWhatFor(refund: OrderRefund): boolean {
  return refund.units !== undefined;
}

/** What a refund says it is for. Units by the order's lines, because whether a refund's own sums hold tax is unsettled. */
function namedMinor(refund: OrderRefund, { lines, taxesIncluded }: OrderSnapshot): number {
  const goods = (refund.units ?? []).reduce((sum, { lineId, quantity }) => {
    const line = lines.find((each) => each.lineId === lineId);
    return line ? sum + costOfUnits(line, quantity, taxesIncluded) : sum;
  }, 0);
  return goods + refund.shippingMinor + (refund.dutiesMinor ?? 0);
}

/** Cents between a refund's lines and its money are no goodwill (C81). */
function toleranceMinor({ units = [], roundingMinor = 0 }: OrderRefund): number {
  return units.length + roundingMinor;
}

/** Rounding of cash that the order tells and its refunds don't. */
function untoldRounding({ cashRounding, refunds }: OrderSnapshot): number {
  const told = refunds.reduce((sum, { roundingMinor = 0 }) => sum + roundingMinor, 0);
  return Math.max(0, Math.abs(cashRounding?.refunded[PRESENTMENT] ?? 0) - told);
}

/** Money given back above what its refunds name; goodwill is never more. */
export function givenBesideMinor(snapshot: OrderSnapshot): number {
  const given = snapshot.refunds
    .filter(saysWhatFor)
    .map((refund) => refund.moneyMinor - namedMinor(refund, snapshot) - toleranceMinor(refund))
    .reduce((sum, beside) => sum + Math.max(0, beside), 0);
  return Math.max(0, given - untoldRounding(snapshot));
}

const moneyBack = ({ refunds }: OrderSnapshot): number =>
  refunds.reduce((sum, { moneyMinor }) => sum + moneyMinor, 0);

/** What is outstanding, told in the shop's money, at the rate of the order's total. */
function outstandingPaidMinor(snapshot: OrderSnapshot): number {
  const { outstandingMinor = 0, total = [0, 0], currency, presentmentCurrency } = snapshot;
  if (currency === presentmentCurrency) return outstandingMinor;
  return total[SHOP] <= 0 ? 0 : mulDivFloor(outstandingMinor, total[PRESENTMENT], total[SHOP]);
}

/**
 * Received, as far as the order itself tells: too much by the goodwill where Shopify lets neither the total nor what is
 * outstanding follow it, which is unsettled. So Shopify's own sum is asked for where it matters (`receivedKey`).
 */
function receivedAsTold(snapshot: OrderSnapshot): number {
  const [, total] = snapshot.total ?? [0, 0];
  return total - outstandingPaidMinor(snapshot) + moneyBack(snapshot);
}

/**
 * Names the state of an order's money for which Shopify's sum of what it received holds; null where nothing depends on it.
 * A payment changes what is outstanding, an edit the total, a refund the money back.
 */
export function receivedKey(snapshot: OrderSnapshot): string | null {
  const { cancelledAt, status, total = [0, 0], outstandingMinor = 0, refunds } = snapshot;
  if (cancelledAt || status === 'refunded' || givenBesideMinor(snapshot) === 0) return null;
  return [total[PRESENTMENT], outstandingMinor, refunds.length, moneyBack(snapshot)].join('/');
}

/** What refunds name that gave money: those goods are paid back. */
function paidBackMinor(snapshot: OrderSnapshot): number {
  return snapshot.refunds
    .filter(({ moneyMinor }) => moneyMinor > 0)
    .reduce((sum, refund) => sum + namedMinor(refund, snapshot), 0);
}

/**
 * What refunds with money gave less than they name because other goods were paid with it: 48.00 exchanged for 30.00 in a
 * refund that gives 18.00. The rest was kept as a fee. Goods that went back without money pay for others too: where they
 * account for all of those, to the minor unit, it is all fees.
 */
function exchangedMinor(snapshot: OrderSnapshot, receivedMinor: number): number {
  const less = snapshot.refunds
    .filter(({ moneyMinor }) => moneyMinor > 0)
    .reduce((sum, refund) => sum + Math.max(0, namedMinor(refund, snapshot) - refund.moneyMinor), 0);
  const gone = goneMinor(snapshot);
  const paidInGoods = keptTotalMinor(snapshot) + gone - receivedMinor;
  const isAll = (minor: number) => Math.abs(paidInGoods - minor) <= centsOf(snapshot);
  if (isAll(gone - paidBackMinor(snapshot)) && !isAll(less)) return 0;
  return Math.max(0, Math.min(less, paidInGoods));
}

/** Each line's share is rounded. */
const centsOf = ({ lines }: OrderSnapshot): number => lines.length;

/** Above zero where more was received than the kept order and what was paid back account for; else below. */
function accountMinor(snapshot: OrderSnapshot, receivedMinor: number): number {
  const accounted = keptTotalMinor(snapshot) + paidBackMinor(snapshot);
  return receivedMinor - accounted + exchangedMinor(snapshot, receivedMinor);
}

/**
 * Due back to the shopper before it was given. Where only the order itself tells what was received, never more than what is
 * gone of the order without money.
 */
function dueBackMinor(snapshot: OrderSnapshot, receivedMinor: number | null): number {
  const account = accountMinor(snapshot, receivedMinor ?? receivedAsTold(snapshot));
  // Cash that was rounded up when it was paid isn't due back to anybody.
  const rounding = Math.max(0, snapshot.cashRounding?.paid[PRESENTMENT] ?? 0);
  if (account <= rounding) return 0;
  if (receivedMinor !== null) return account;
  return Math.min(account, Math.max(0, goneMinor(snapshot) - paidBackMinor(snapshot)));
}

/** @param receivedMinor what Shopify says it received, of this very state; null where it wasn't asked or doesn't know */
export function goodwillMinor(snapshot: OrderSnapshot, receivedMinor: number | null): number {
  if (!snapshot.refunds.every(saysWhatFor)) return looseRefundMinor(snapshot);
  const given = givenBesideMinor(snapshot);
  return given === 0 ? 0 : Math.max(0, given - dueBackMinor(snapshot, receivedMinor));
}

/** The share of an amount that goodwill leaves: of an order of 52.40 of which 5.24 were given back, nine tenths. */
export function lessGoodwill(amountMinor: number, snapshot: OrderSnapshot, goodwill: number): number {
  if (goodwill === 0) return amountMinor;
  const kept = keptTotalMinor(snapshot);
  return kept === 0 ? 0 : mulDivFloor(amountMinor, Math.max(0, kept - goodwill), kept);
}

/**
 * Whether nothing but goodwill is outstanding of an order of which a part was given back: Shopify may count goodwill as
 * still to be paid. A deposit of which a part went back isn't paid (C85).
 */
export function owesGoodwillOnly(snapshot: OrderSnapshot, receivedMinor: number | null): boolean {
  const received = receivedMinor ?? receivedAsTold(snapshot);
  return givenBesideMinor(snapshot) > 0 && accountMinor(snapshot, received) >= -centsOf(snapshot);
}
