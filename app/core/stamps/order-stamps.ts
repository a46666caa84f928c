// "A stamp for every unit of the card's products that is paid and kept; a free unit takes the card's size." Shopify refunds
// a discounted line in proportion, there is no "the free unit", so stamps follow in proportion too.
import type { OrderFacts } from '../snapshots/order-facts.ts';
import type { OrderLine, OrderSnapshot } from '../snapshots/order-snapshot.ts';
import { cardOfUnit, type CardProducts, type UnitOfLine } from './eligible-unit.ts';
import {
  freeOnLine,
  type FreeUnits,
  type LineFlag,
  type LineReading,
  type TitleBook,
} from './free-on-line.ts';
import { runningCards, type CardDates } from './running-cards.ts';

/** A line's worth on one card: what it brings once it is paid, and what its free units take at once. */
export type StampsOfLine = {
  lineId: string;
  cardKey: string;
  /** Stamps that the line brings once it is paid. */
  units: number;
  /** Units ordered, and units still kept. */
  quantity: number;
  kept: number;
  /** Units of those ordered that our discount made free. */
  free: number;
  /** Stamps that the free units take, by the size below. */
  taken: number;
  size: number;
};

export type OrderStamps = { lines: StampsOfLine[]; flags: LineFlag[] };

/** The titles, decisions and sizes that reading an order's free units needs beside the order and its facts. */
export type FreeUnitReading = {
  book: TitleBook;
  /** The merchant's decisions on lines that were flagged, by line. */
  decided: Readonly<Record<string, FreeUnits>>;
  /** Stamps of a free unit, by card. */
  sizeOf: (cardKey: string) => number | null;
  /** Lines that fill no card, whatever the cards say. */
  never?: ReadonlySet<string>;
};

type Card = CardDates & { readonly key: string; readonly products: CardProducts };

function unitOfLine(line: OrderLine, facts: OrderFacts): UnitOfLine {
  const known = facts.lines[line.lineId];
  return {
    hasVariant: (line.variantId ?? known?.[1] ?? null) !== null,
    productId: line.productId ?? known?.[0] ?? null,
    unitPriceAboveZero: line.gross[0] > 0,
    giftCard: line.giftCard,
    tip: line.tip,
    bundleComponent: line.bundleGroup !== null,
  };
}

/** The card that counts a line of the order. */
function cardOfLine(line: OrderLine, cards: readonly Card[], facts: OrderFacts): Card | null {
  const unit = unitOfLine(line, facts);
  const id = unit.productId ?? '';
  const groups = { collections: facts.collections[id] ?? [], tags: facts.productTags?.[id] ?? [] };
  return cardOfUnit(cards, unit, groups);
}

/** Orders that a subscription made say so; which of them came first isn't told. */
export function isOfSubscription({ source }: Pick<OrderSnapshot, 'source'>): boolean {
  return source?.startsWith('subscription_contract') ?? false;
}

/** Exact for any order that Shopify takes: at most some thousand units of at most twelve stamps. */
function share(amount: number, { currentQuantity, quantity }: OrderLine): number {
  return quantity === 0 ? 0 : Math.floor((amount * currentQuantity) / quantity);
}

/** floor(((Q − f) − N·f) × kept / Q) once it is paid, of which floor(−N·f × kept / Q) doesn't wait for that. */
function worthOfLine(
  line: OrderLine,
  countedBy: string | null,
  free: FreeUnits | null,
  sizeOf: FreeUnitReading['sizeOf'],
): StampsOfLine[] {
  const { lineId, quantity, currentQuantity: kept } = line;
  const takes = free && takenBy(line, free, sizeOf);
  const paidUnits = quantity - (takes?.free ?? 0);
  const rows: StampsOfLine[] = [];
  const of = { lineId, quantity, kept };
  if (countedBy !== null) {
    const size = sizeOf(countedBy) ?? 0;
    // Taken and earned of one card are cut to whole stamps together.
    const own = takes?.cardKey === countedBy ? takes : { free: 0, taken: 0 };
    const units = share(paidUnits - size * own.free, line) + own.taken;
    rows.push({ ...of, cardKey: countedBy, size, units, free: own.free, taken: own.taken });
  }
  if (takes && takes.cardKey !== countedBy) rows.push({ ...of, ...takes, units: 0 });
  return rows;
}

type Taken = Pick<StampsOfLine, 'cardKey' | 'size' | 'free' | 'taken'>;

/** Null where no version of the program ever had the card. */
function takenBy(
  line: OrderLine,
  { cardKey, units }: FreeUnits,
  sizeOf: FreeUnitReading['sizeOf'],
): Taken | null {
  const size = sizeOf(cardKey);
  if (size === null) return null;
  const free = Math.min(units, line.quantity);
  // From 0, because −0 is another number in JSON and in comparisons.
  return { cardKey, size, free, taken: 0 - share(-size * free, line) };
}

function readingOf(
  line: OrderLine,
  snapshot: OrderSnapshot,
  countedBy: string | null,
  { book, decided }: FreeUnitReading,
): LineReading {
  const decision = decided[line.lineId];
  if (decision) return { free: decision.units > 0 ? decision : null, flag: null };
  const subscription = isOfSubscription(snapshot);
  const placedAt = Date.parse(snapshot.processedAt);
  return freeOnLine({ line, applications: snapshot.discounts, countedBy, placedAt, subscription }, book);
}

/** The stamps that each line brings to a card and takes from it; lines of which nothing is kept are left out. */
export function orderStamps(
  snapshot: OrderSnapshot,
  cards: readonly Card[],
  facts: OrderFacts,
  reading: FreeUnitReading,
): OrderStamps {
  const running = facts.on === undefined ? cards : runningCards(cards, facts.on);
  const result: OrderStamps = { lines: [], flags: [] };
  for (const line of snapshot.lines) {
    if (line.currentQuantity <= 0) continue;
    const card = reading.never?.has(line.lineId) ? null : cardOfLine(line, running, facts);
    const countedBy = card?.key ?? null;
    const { free, flag } = readingOf(line, snapshot, countedBy, reading);
    if (flag) result.flags.push(flag);
    result.lines.push(...worthOfLine(line, countedBy, free, reading.sizeOf));
  }
  return result;
}
