// What is kept of an order and what it costs, in the shop's money or as the shopper paid.
import { mulDivFloor } from '../values/money.ts';
import type { OrderLine, OrderSnapshot } from '../snapshots/order-snapshot.ts';

export const SHOP = 0;
export const PRESENTMENT = 1;
export type Side = typeof SHOP | typeof PRESENTMENT;

/** A line's price less its discounts, for all units ordered. */
function netMinor(line: Pick<OrderLine, 'gross' | 'discounts'>, side: Side): number {
  return line.gross[side] - line.discounts.reduce((sum, each) => sum + each.amount[side], 0);
}

/** The part of an amount of a whole line that some of its units bear, cut down. Never below zero. */
function partOfLine(line: OrderLine, amountMinor: number, units: number): number {
  return line.quantity <= 0 ? 0 : Math.max(0, mulDivFloor(amountMinor, units, line.quantity));
}

/** The money kept of a line: its price less its discounts (and less `offMinor`), in proportion to the units kept. */
export function keptMinor(line: OrderLine, side: Side, offMinor = 0): number {
  return partOfLine(line, netMinor(line, side) - offMinor, line.currentQuantity);
}

/**
 * What the kept order costs the shopper, in the currency paid: lines (tips are lines), shipping, duties, fees, and tax
 * where the prices don't hold it.
 */
export function keptTotalMinor(snapshot: OrderSnapshot): number {
  const lines = snapshot.lines.reduce((sum, line) => sum + keptMinor(line, PRESENTMENT), 0);
  const tax = snapshot.taxesIncluded ? 0 : snapshot.tax[PRESENTMENT];
  const duties = snapshot.duties?.kept[PRESENTMENT] ?? 0;
  const fees = snapshot.fees?.kept[PRESENTMENT] ?? 0;
  return lines + tax + snapshot.shipping[PRESENTMENT] + duties + fees;
}

/** What units of a line cost the shopper, with tax where the prices don't hold it. In the currency paid. */
export function costOfUnits(line: OrderLine, units: number, taxesIncluded: boolean): number {
  const tax = taxesIncluded ? 0 : (line.taxPaidMinor ?? 0);
  return partOfLine(line, netMinor(line, PRESENTMENT) + tax, units);
}

/** What is no longer kept of the order had cost so much: units, shipping, duties, fees. In the currency paid. */
export function goneMinor(snapshot: OrderSnapshot): number {
  const { lines, shippingLines = [], shipping, duties, fees, taxesIncluded } = snapshot;
  const units = lines.reduce(
    (sum, line) => sum + costOfUnits(line, line.quantity - line.currentQuantity, taxesIncluded),
    0,
  );
  const sent = shippingLines.reduce((sum, line) => sum + netMinor(line, PRESENTMENT), 0);
  const charges = [duties, fees].map((charge) =>
    charge ? charge.ordered[PRESENTMENT] - charge.kept[PRESENTMENT] : 0,
  );
  return units + Math.max(0, sent - shipping[PRESENTMENT]) + charges.reduce((sum, gone) => sum + gone, 0);
}
