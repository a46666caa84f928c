// The parts that the two reducers (webhook payload, Admin API) share, so that both give the same bytes.
import { minorUnits } from '#app/core/values/money.ts';
import type {
  FinancialStatus,
  MoneyPair,
  OrderLine,
  OrderSnapshot,
} from '#app/core/snapshots/order-snapshot.ts';
import { digitsOfGid } from '../admin-api/ids.ts';
import { cleanText } from '../payloads/clean-text.ts';
import { readInstant } from '../payloads/read-instant.ts';

/** Thrown by a reducer for a value it can't read; the message names the field. */
export class UnreadableOrder extends Error {
  override name = 'UnreadableOrder';
}

const STATUSES: readonly FinancialStatus[] = [
  'authorized',
  'expired',
  'paid',
  'partially_paid',
  'partially_refunded',
  'pending',
  'refunded',
  'voided',
];

/** Orders without a status (nothing to pay yet) wait like pending ones. */
export function financialStatus(status: string | null): FinancialStatus {
  const wanted = (status ?? 'pending').toLowerCase();
  const found = STATUSES.find((each) => each === wanted);
  if (!found) throw new UnreadableOrder('not an order: financial_status');
  return found;
}

/** An ISO instant → UTC cut to the second. */
export function utcSecond(instant: string): string {
  const at = readInstant(instant);
  if (!at) throw new UnreadableOrder('not a time');
  return `${at.toISOString().slice(0, 19)}Z`;
}

export function minor(decimal: string, currency: string): number {
  const amount = minorUnits(decimal, currency);
  if (amount === null) throw new UnreadableOrder('not an amount');
  return amount;
}

/** The number at the end of a `gid://shopify/…`, as a text. */
export function digits(gid: string): string {
  const found = digitsOfGid(gid);
  if (!found) throw new UnreadableOrder('not a Shopify id');
  return found;
}

/** Shop money, presentment money. */
export function pairIn(order: { currency: string; presentmentCurrency: string }) {
  return (shop: { amount: string }, presentment: { amount: string }): MoneyPair => [
    minor(shop.amount, order.currency),
    minor(presentment.amount, order.presentmentCurrency),
  ];
}

export function sumPairs(pairs: readonly MoneyPair[]): MoneyPair {
  return pairs.reduce<MoneyPair>(addPairs, [0, 0]);
}

export function addPairs(a: MoneyPair, b: MoneyPair): MoneyPair {
  return [a[0] + b[0], a[1] + b[1]];
}

function sortedTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => cleanText(tag).trim()).filter(Boolean))].sort();
}

/**
 * Tips bear no flag: they are lines without a product whose price is the order's `total_tip_received`.
 * A tip may be one line, or several (a till's split payment).
 */
function markTips(lines: OrderLine[], tipMinor: number): OrderLine[] {
  if (tipMinor <= 0) return lines;
  const candidates = lines.filter(
    (line) => line.productId === null && line.variantId === null && !line.giftCard,
  );
  const single = candidates.find((line) => line.gross[0] === tipMinor);
  const all = candidates.reduce((sum, line) => sum + line.gross[0], 0) === tipMinor ? candidates : [];
  const tips = new Set((single ? [single] : all).map((line) => line.lineId));
  return lines.map((line) => (tips.has(line.lineId) ? { ...line, tip: true } : line));
}

/** A statement can't write one line's row twice. */
function refuseTwins(lines: readonly OrderLine[]): void {
  if (new Set(lines.map(({ lineId }) => lineId)).size < lines.length)
    throw new UnreadableOrder('not an order: line_items');
}

/** Same keys in the same order from both reducers, so that equal states have equal hashes. */
export function finishSnapshot(snapshot: OrderSnapshot): OrderSnapshot {
  refuseTwins(snapshot.lines);
  const byId =
    <T>(id: (item: T) => string) =>
    (a: T, b: T) =>
      id(a).length - id(b).length || (id(a) < id(b) ? -1 : id(a) > id(b) ? 1 : 0);
  return {
    orderId: snapshot.orderId,
    name: cleanText(snapshot.name),
    customerId: snapshot.customerId,
    processedAt: snapshot.processedAt,
    updatedAt: snapshot.updatedAt,
    cancelledAt: snapshot.cancelledAt,
    status: snapshot.status,
    test: snapshot.test,
    source: snapshot.source === null ? null : cleanText(snapshot.source),
    tags: sortedTags(snapshot.tags),
    taxesIncluded: snapshot.taxesIncluded,
    currency: snapshot.currency,
    presentmentCurrency: snapshot.presentmentCurrency,
    lines: markTips(snapshot.lines.toSorted(byId((line) => line.lineId)), snapshot.tipMinor),
    shipping: snapshot.shipping,
    tax: snapshot.tax,
    tipMinor: snapshot.tipMinor,
    discounts: snapshot.discounts.map(({ type, title }) => ({ type, title: cleanText(title) })),
    refunds: snapshot.refunds.toSorted(byId((refund) => refund.refundId)),
  };
}
