// "1 point for every 1.00 spent": from the price as the shopper sees it, after discounts, of what is kept,
// in whole steps, rounded down once at the end of the order. Merchants who count prices without tax: a line's tax
// comes off its price before the units kept are counted, so a line is still rounded down only once.
import { mulDivFloor, wholeSteps } from '../values/money.ts';
import type { OrderLine, OrderSnapshot } from '../snapshots/order-snapshot.ts';
import type { ProgramRules } from '../program/program-rules.ts';

export const LINE_EXCLUSIONS = ['gift-card', 'tip'] as const;
export type LineExclusion = (typeof LINE_EXCLUSIONS)[number];

export type PointsOfLine = { lineId: string; keptMinor: number; excluded?: LineExclusion };

export type OrderPoints = {
  points: number;
  lines: PointsOfLine[];
  /** Money of the earning lines, shop currency. */
  earningMinor: number;
  /** The same less its share of money given back beside lines and shipping. */
  baseMinor: number;
};

type Rules = Pick<ProgramRules, 'earn' | 'counts'>;
const SHOP = 0;
const PRESENTMENT = 1;

/** The money kept of a line: its price less its discounts (and less `offMinor`), in proportion to the units kept. */
function keptMinor(line: OrderLine, side: typeof SHOP | typeof PRESENTMENT, offMinor = 0): number {
  const discount = line.discounts.reduce((sum, each) => sum + each.amount[side], 0);
  if (line.quantity <= 0) return 0;
  const netMinor = line.gross[side] - discount - offMinor;
  return Math.max(0, mulDivFloor(netMinor, line.currentQuantity, line.quantity));
}

/** Whether the prices of this order hold tax that the merchant doesn't want to count. */
function takesTaxOff(snapshot: OrderSnapshot, counts: Rules['counts']): boolean {
  return counts.tax === 'without' && snapshot.taxesIncluded;
}

/** A line's tax in proportion to the units kept, rounded up. */
function keptTaxMinor(line: OrderLine): number {
  return line.quantity <= 0 ? 0 : -mulDivFloor(-line.taxMinor, line.currentQuantity, line.quantity);
}

/** An order names no tax of its shipping: it is what the lines leave of the tax, so never more than it was. */
function shippingMinor(snapshot: OrderSnapshot, counts: Rules['counts']): number {
  const shipping = snapshot.shipping[SHOP];
  if (!takesTaxOff(snapshot, counts)) return shipping;
  const ofLines = snapshot.lines.reduce((sum, line) => sum + keptTaxMinor(line), 0);
  return Math.max(0, shipping - Math.max(0, snapshot.tax[SHOP] - ofLines));
}

function exclusion(line: OrderLine, counts: Rules['counts']): LineExclusion | null {
  if (line.giftCard && !counts.giftCards) return 'gift-card';
  if (line.tip && !counts.tips) return 'tip';
  return null;
}

/**
 * Money given back that belongs to no line and no shipping, in the currency paid. Refunds are summed first,
 * because a refund may take lines without money and a later one bring the money.
 */
function looseRefundMinor(snapshot: OrderSnapshot): number {
  const loose = snapshot.refunds.reduce(
    (sum, refund) => sum + refund.moneyMinor - refund.linesMinor - refund.shippingMinor,
    0,
  );
  return Math.max(0, loose);
}

/** Total of what is kept: lines, tax where it is not inside the prices, shipping. In the currency paid. */
function keptTotalMinor(snapshot: OrderSnapshot): number {
  const lines = snapshot.lines.reduce((sum, line) => sum + keptMinor(line, PRESENTMENT), 0);
  const tax = snapshot.taxesIncluded ? 0 : snapshot.tax[PRESENTMENT];
  return lines + tax + snapshot.shipping[PRESENTMENT];
}

/** A custom refund of a tenth of the order takes a tenth of what it earns. */
function lessLooseRefund(earningMinor: number, snapshot: OrderSnapshot): number {
  const loose = looseRefundMinor(snapshot);
  if (loose === 0) return earningMinor;
  const total = keptTotalMinor(snapshot);
  return total === 0 ? 0 : mulDivFloor(earningMinor, Math.max(0, total - loose), total);
}

/** The order's worth in points as it stands, as if it were paid. */
export function orderPoints(snapshot: OrderSnapshot, rules: Rules): OrderPoints {
  const lines = snapshot.lines.map((line): PointsOfLine => {
    const excluded = exclusion(line, rules.counts);
    const taxMinor = takesTaxOff(snapshot, rules.counts) ? line.taxMinor : 0;
    const kept = { lineId: line.lineId, keptMinor: keptMinor(line, SHOP, taxMinor) };
    return excluded ? { ...kept, excluded } : kept;
  });
  const ofLines = lines.reduce((sum, line) => sum + (line.excluded ? 0 : line.keptMinor), 0);
  const earningMinor = ofLines + (rules.counts.shipping ? shippingMinor(snapshot, rules.counts) : 0);
  const baseMinor = lessLooseRefund(earningMinor, snapshot);
  const points = wholeSteps(baseMinor, rules.earn.perMinor) * rules.earn.points;
  return { points, lines, earningMinor, baseMinor };
}
