// "1 point for every 1.00 spent": from the price as the shopper sees it, after discounts, of what is kept,
// in whole steps, rounded down once at the end of the order. Merchants who count prices without tax: a line's tax
// comes off its price before the units kept are counted, so a line is still rounded down only once. Where the merchant has
// points off, every order brings none, and says so.
import { mulDivFloor, wholeSteps } from '../values/money.ts';
import type { OrderLine, OrderSnapshot } from '../snapshots/order-snapshot.ts';
import type { ProgramRules } from '../program/program-rules.ts';
import { goodwillMinor, lessGoodwill, saysWhatFor } from './goodwill.ts';
import { keptMinor, keptTotalMinor, SHOP } from './kept-money.ts';

export const LINE_EXCLUSIONS = ['gift-card', 'tip', 'never'] as const;
export type LineExclusion = (typeof LINE_EXCLUSIONS)[number];

export type PointsOfLine = { lineId: string; keptMinor: number; excluded?: LineExclusion };

export type OrderPoints = {
  points: number;
  lines: PointsOfLine[];
  /** Money of the earning lines, shop currency. */
  earningMinor: number;
  /** The same less its share of goodwill. */
  baseMinor: number;
  /** The rules give none for orders. */
  off?: true;
  /** Goodwill and what the kept order costs, as the shopper paid; only where there is any. */
  goodwill?: Goodwill;
};

export type Goodwill = { minor: number; ofMinor: number; currency: string };

type Rules = Pick<ProgramRules, 'earn' | 'counts' | 'pointsOff'>;

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

function exclusion(
  line: OrderLine,
  counts: Rules['counts'],
  never: ReadonlySet<string>,
): LineExclusion | null {
  if (never.has(line.lineId)) return 'never';
  if (line.giftCard && !counts.giftCards) return 'gift-card';
  if (line.tip && !counts.tips) return 'tip';
  return null;
}

/**
 * The order's worth in points as it stands, as if it were paid.
 * @param receivedMinor what Shopify says it received, as the shopper paid; null where that isn't known
 * @param never lines that earn nothing, whatever else counts
 */
export function orderPoints(
  snapshot: OrderSnapshot,
  rules: Rules,
  receivedMinor: number | null = null,
  never: ReadonlySet<string> = new Set(),
): OrderPoints {
  const lines = snapshot.lines.map((line): PointsOfLine => {
    const excluded = exclusion(line, rules.counts, never);
    const taxMinor = takesTaxOff(snapshot, rules.counts) ? line.taxMinor : 0;
    const kept = { lineId: line.lineId, keptMinor: keptMinor(line, SHOP, taxMinor) };
    return excluded ? { ...kept, excluded } : kept;
  });
  const ofLines = lines.reduce((sum, line) => sum + (line.excluded ? 0 : line.keptMinor), 0);
  const earningMinor = ofLines + (rules.counts.shipping ? shippingMinor(snapshot, rules.counts) : 0);
  const minor = goodwillMinor(snapshot, receivedMinor);
  const baseMinor = lessGoodwill(earningMinor, snapshot, minor);
  const off = rules.pointsOff === true;
  const points = off ? 0 : wholeSteps(baseMinor, rules.earn.perMinor) * rules.earn.points;
  // Refunds from before shape 3 say too little of themselves to call it goodwill.
  const isGoodwill = minor > 0 && snapshot.refunds.every(saysWhatFor);
  const goodwill = { minor, ofMinor: keptTotalMinor(snapshot), currency: snapshot.presentmentCurrency };
  return { points, lines, earningMinor, baseMinor, ...(off && { off }), ...(isGoodwill && { goodwill }) };
}
