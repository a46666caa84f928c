// What an order comes to: as placed, and now. Proportions of a line are cut down, and a refund takes the difference
// of two such cuts, so that all parts of a line add up to the whole.
import type { Unsettled } from './unsettled.ts';
import type { DiscountAllocation, FinancialStatus, Order, OrderLine, TaxLine, Transaction } from './types.ts';

export const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0);

export const allocated = (allocations: DiscountAllocation[]): number =>
  sum(allocations.map((one) => one.amountMinor));

export const taxed = (lines: TaxLine[]): number => sum(lines.map((one) => one.amountMinor));

/** Price × quantity, less its discounts. */
export function netMinor(line: OrderLine): number {
  return line.unitPriceMinor * line.quantity - allocated(line.allocations);
}

/** The part of an amount of the whole line that `units` of it bear. */
function shareMinor(amountMinor: number, units: number, line: OrderLine): number {
  return line.quantity === 0 ? 0 : Math.floor((amountMinor * units) / line.quantity);
}

export type LineValue = { netMinor: number; taxMinor: number };

/** What `units` of the line are worth. */
export function lineValue(line: OrderLine, units: number): LineValue {
  return {
    netMinor: shareMinor(netMinor(line), units, line),
    taxMinor: shareMinor(taxed(line.taxLines), units, line),
  };
}

/** What a refund calls the value of a part: where prices hold the tax it may be told with it or without. */
export function toldSubtotalMinor(
  { taxesIncluded }: Order,
  part: { subtotalMinor: number; taxMinor: number },
  { refundSubtotal }: Unsettled,
): number {
  const without = taxesIncluded && refundSubtotal === 'without-tax';
  return part.subtotalMinor - (without ? part.taxMinor : 0);
}

/** What is paid for it: tax comes on top unless the price includes it. */
export function withTax(value: LineValue, taxesIncluded: boolean): number {
  return value.netMinor + (taxesIncluded ? 0 : value.taxMinor);
}

function shippingValue(order: Order): LineValue {
  const line = order.shippingLine;
  if (!line) return { netMinor: 0, taxMinor: 0 };
  return { netMinor: line.priceMinor - allocated(line.allocations), taxMinor: taxed(line.taxLines) };
}

/** Shipping not given back. */
export function keptShipping(order: Order): LineValue {
  const whole = shippingValue(order);
  const refunded = order.shippingLine?.refundedMinor ?? 0;
  const taxMinor =
    whole.netMinor === 0 ? 0 : Math.floor((whole.taxMinor * (whole.netMinor - refunded)) / whole.netMinor);
  return { netMinor: whole.netMinor - refunded, taxMinor };
}

export type Totals = {
  /** Lines but the tip, before discounts and after. */
  linesMinor: number;
  subtotalMinor: number;
  discountsMinor: number;
  shippingMinor: number;
  taxMinor: number;
  tipMinor: number;
  dutiesMinor: number;
  feesMinor: number;
  totalMinor: number;
};

type Charges = { dutiesMinor: number; feesMinor: number };

function totalsOf(
  order: Order,
  units: (line: OrderLine) => number,
  shipping: LineValue,
  charges: Charges,
): Totals {
  const goods = order.lines.filter((line) => line.kind !== 'tip');
  const values = goods.map((line) => lineValue(line, units(line)));
  const tips = order.lines
    .filter((line) => line.kind === 'tip')
    .map((line) => lineValue(line, units(line)).netMinor);
  const subtotalMinor = sum(values.map((value) => value.netMinor));
  const linesMinor = sum(goods.map((line) => line.unitPriceMinor * units(line)));
  const taxMinor = sum(values.map((value) => value.taxMinor)) + shipping.taxMinor;
  const tipMinor = sum(tips);
  return {
    linesMinor,
    subtotalMinor,
    discountsMinor: linesMinor - subtotalMinor + allocated(order.shippingLine?.allocations ?? []),
    shippingMinor: shipping.netMinor,
    taxMinor,
    tipMinor,
    ...charges,
    totalMinor:
      subtotalMinor +
      shipping.netMinor +
      tipMinor +
      charges.dutiesMinor +
      charges.feesMinor +
      (order.taxesIncluded ? 0 : taxMinor),
  };
}

/** With every unit ever ordered. */
export function orderedTotals(order: Order): Totals {
  const dutiesMinor = sum(order.lines.map(({ dutyMinor = 0 }) => dutyMinor));
  const charges = { dutiesMinor, feesMinor: order.feeMinor ?? 0 };
  return totalsOf(order, (line) => line.quantity, shippingValue(order), charges);
}

/** With what is kept. */
export function currentTotals(order: Order): Totals {
  const dutiesMinor = sum(
    order.lines.map(({ dutyMinor = 0, dutyBackMinor = 0 }) => dutyMinor - dutyBackMinor),
  );
  const charges = { dutiesMinor, feesMinor: (order.feeMinor ?? 0) - (order.feeBackMinor ?? 0) };
  return totalsOf(order, (line) => line.currentQuantity, keptShipping(order), charges);
}

/** What the order comes to as it is told: goodwill may lower it. */
export function toldTotalMinor(order: Order, { goodwillMoves }: Unsettled): number {
  const goodwill = goodwillMoves === 'total' ? (order.goodwillMinor ?? 0) : 0;
  return currentTotals(order).totalMinor - goodwill;
}

/** What is outstanding as it is told: goodwill may count as still to be paid. */
export function toldBalanceMinor(order: Order, { goodwillMoves }: Unsettled): number {
  const goodwill = goodwillMoves === 'outstanding' ? (order.goodwillMinor ?? 0) : 0;
  return balanceMinor(order) + goodwill;
}

function moved(order: Order, kinds: Transaction['kind'][]): number {
  const done = order.transactions.filter((one) => one.status === 'success' && kinds.includes(one.kind));
  return sum(done.map((one) => one.amountMinor));
}

export const receivedMinor = (order: Order): number => moved(order, ['sale', 'capture']);
export const returnedMinor = (order: Order): number => moved(order, ['refund']);

/** By how much cash was rounded when it was given back. */
export const cashRoundingMinor = (order: Order): number =>
  sum(order.transactions.map(({ kind, roundingMinor = 0 }) => (kind === 'refund' ? roundingMinor : 0)));

export const isFulfilled = ({ fulfillments = [] }: Order): boolean =>
  fulfillments.some(({ status }) => status === 'success');

/** What was paid and not given back. */
export const heldMinor = (order: Order): number => receivedMinor(order) - returnedMinor(order);

/** Above zero the shopper still owes it, below zero it is owed to the shopper, as after an edit downward. */
export const balanceMinor = (order: Order): number => order.dueMinor - heldMinor(order);

/** Still to be paid; never below zero. */
export function outstandingMinor(order: Order): number {
  return Math.max(0, balanceMinor(order));
}

/** An authorization that can still be captured, voided, or expire. */
export function openAuthorization(order: Order): Transaction | null {
  if (order.financialStatus !== 'authorized') return null;
  return order.transactions.find((one) => one.kind === 'authorization' && !one.expiredAt) ?? null;
}

/** What Shopify would call the order's payment now. */
export function statusOf(order: Order): FinancialStatus {
  const received = receivedMinor(order);
  const returned = returnedMinor(order);
  if (received > 0 && returned >= received) return 'refunded';
  if (received === 0) return unpaidStatus(order);
  if (outstandingMinor(order) > 0) return 'partially_paid';
  return returned > 0 ? 'partially_refunded' : 'paid';
}

function unpaidStatus(order: Order): FinancialStatus {
  if (orderedTotals(order).totalMinor === 0) return 'paid';
  if (order.cancelledAt || moved(order, ['void']) > 0) return 'voided';
  const authorization = order.transactions.find((one) => one.kind === 'authorization');
  if (!authorization) return 'pending';
  return authorization.expiredAt ? 'expired' : 'authorized';
}
