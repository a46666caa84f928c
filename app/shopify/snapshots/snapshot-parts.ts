// The parts that the two reducers (webhook payload, Admin API) share, so that both give the same bytes.
import { minorUnits } from '#app/core/values/money.ts';
import type {
  Charge,
  FinancialStatus,
  Fulfillment,
  FulfillmentStatus,
  MoneyPair,
  OrderDiscount,
  OrderLine,
  OrderSnapshot,
  RefundedUnits,
} from '#app/core/snapshots/order-snapshot.ts';
import { possibleCode } from '#app/core/snapshots/possible-code.ts';
import { guessTips } from '#app/core/snapshots/tip-lines.ts';
import { digitsOfGid } from '../admin-api/ids.ts';
import { cleanText } from '../payloads/clean-text.ts';
import { readInstant } from '../payloads/read-instant.ts';
import { refuseBeyondBounds } from './snapshot-bounds.ts';
import { UnreadableOrder } from './unreadable-order.ts';

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

const FULFILLMENT_STATUSES: Readonly<Record<string, FulfillmentStatus>> = {
  fulfilled: 'fulfilled',
  partial: 'partial',
  partially_fulfilled: 'partial',
  restocked: 'restocked',
};

/** Webhooks and Admin API use different words; null for all that says that nothing was sent. */
export function fulfillmentStatus(status: string | null): FulfillmentStatus | null {
  return FULFILLMENT_STATUSES[(status ?? '').toLowerCase()] ?? null;
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

export function timesPair([shop, presentment]: MoneyPair, factor: number): MoneyPair {
  return [shop * factor, presentment * factor];
}

export function addPairs(a: MoneyPair, b: MoneyPair): MoneyPair {
  return [a[0] + b[0], a[1] + b[1]];
}

function sortedTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => cleanText(tag).trim()).filter(Boolean))].sort();
}

/** Tips that Shopify told are those; else they are guessed by their price. */
function markTips(lines: OrderLine[], tipMinor: number): Pick<WholeSnapshot, 'lines' | 'tipsTold'> {
  const { lineIds, certain } = guessTips(lines, tipMinor);
  const isGuessed = ({ lineId }: OrderLine): boolean => lineIds.includes(lineId);
  if (!lines.some(({ tip }) => tip))
    return { lines: lines.map((line) => (isGuessed(line) ? { ...line, tip: true } : line)) };
  const isPlain = certain && lines.every((line) => line.tip === isGuessed(line));
  return { lines, ...(!isPlain && { tipsTold: true }) };
}

/** Other codes than ours may name people, and so may what staff called a discount that they gave, unless it is one of ours. */
function withoutForeignTitle({ type, title }: OrderDiscount): OrderDiscount {
  const isKept = type === 'automatic' || possibleCode(title) !== null;
  return { type, title: isKept ? cleanText(title) : '' };
}

function withCleanStatus({ createdAt, status }: Fulfillment): Fulfillment {
  return { createdAt, status: cleanText(status) };
}

/** Duties or fees. Kept is what is told, but never more than was ordered less what refunds gave back. */
export function chargeOf(told: MoneyPair | null, now: MoneyPair | null, back: MoneyPair): Charge {
  const left = now ?? [0, 0];
  const ordered = pairwise(Math.max, told ?? left, left);
  const most = pairwise((all, gone) => Math.max(0, all - gone), ordered, back);
  return { ordered, kept: pairwise(Math.min, left, most) };
}

function pairwise(of: (a: number, b: number) => number, a: MoneyPair, b: MoneyPair): MoneyPair {
  return [of(a[0], b[0]), of(a[1], b[1])];
}

/** Units of one line may stand in a refund more than once. */
export function mergedUnits(units: readonly RefundedUnits[]): RefundedUnits[] {
  const byLine = new Map<string, number>();
  for (const { lineId, quantity } of units) byLine.set(lineId, (byLine.get(lineId) ?? 0) + quantity);
  return [...byLine]
    .map(([lineId, quantity]) => ({ lineId, quantity }))
    .toSorted(byId(({ lineId }) => lineId));
}

/** Ids are digits: the shorter is the smaller. */
function byId<T>(id: (item: T) => string) {
  return (a: T, b: T) => id(a).length - id(b).length || compareText(id(a), id(b));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Lists that Shopify tells in no certain order. */
function sortedByText<T>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)));
}

/** All parts that a snapshot of today has. */
export type WholeSnapshot = Required<Omit<OrderSnapshot, 'tipsTold'>> & Pick<OrderSnapshot, 'tipsTold'>;

/** A statement can't write one line's row twice. */
function refuseTwins(lines: readonly OrderLine[]): void {
  if (new Set(lines.map(({ lineId }) => lineId)).size < lines.length)
    throw new UnreadableOrder('not an order: line_items');
}

/** Same keys in the same order from both reducers, so that equal states have equal hashes. Throws UnreadableOrder. */
export function finishSnapshot(snapshot: WholeSnapshot): WholeSnapshot {
  refuseTwins(snapshot.lines);
  const finished = {
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
    ...markTips(snapshot.lines.toSorted(byId((line) => line.lineId)), snapshot.tipMinor),
    shipping: snapshot.shipping,
    tax: snapshot.tax,
    tipMinor: snapshot.tipMinor,
    discounts: snapshot.discounts.map(withoutForeignTitle),
    refunds: snapshot.refunds.toSorted(byId((refund) => refund.refundId)),
    total: snapshot.total,
    outstandingMinor: snapshot.outstandingMinor,
    duties: snapshot.duties,
    fees: snapshot.fees,
    cashRounding: snapshot.cashRounding,
    shippingLines: sortedByText(snapshot.shippingLines),
    fulfillmentStatus: snapshot.fulfillmentStatus,
    fulfillments: sortedByText(snapshot.fulfillments.map(withCleanStatus)),
  };
  refuseBeyondBounds(finished);
  return finished;
}
