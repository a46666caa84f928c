// "Our discount made this unit free": read from an order's line, by our titles and by whole units. What can't be read for
// certain is flagged for the merchant, and takes nothing until they decide.
import type { OrderDiscount, OrderLine } from '../snapshots/order-snapshot.ts';
import { cardsNamed, foldTitle, titleSpans, type DatedTitle, type TitleSpan } from './title-spans.ts';

export type FlagReason =
  /** Our title, but not the price of whole units: the merchant's own discount may bear it. */
  | 'not-whole-units'
  /** Our title on a line that its card doesn't count. */
  | 'ineligible-line'
  /** Whole units are free under a title that we don't know: ours may have been renamed. */
  | 'foreign-title'
  /** Our title on an order of a subscription, which may repeat what an earlier order paid for. */
  | 'subscription';

/** A discount that was seen on a line and isn't counted. Amounts as the shopper paid, in minor units. */
export type LineFlag = {
  lineId: string;
  cardKey: string;
  reason: FlagReason;
  title: string;
  amountMinor: number;
  grossMinor: number;
  quantity: number;
};

/** Units that take stamps of a card. */
export type FreeUnits = { readonly cardKey: string; readonly units: number };

export type LineReading = { free: FreeUnits | null; flag: LineFlag | null };

/** The titles that are known beside the order, folded. */
export type TitleBook = {
  /** The cards whose discounts bore the title, and when. */
  readonly spansOf: ReadonlyMap<string, readonly TitleSpan[]>;
  /** Titles that the merchant has called somebody else's. */
  readonly foreign: ReadonlySet<string>;
};

export const NO_TITLES: TitleBook = { spansOf: new Map(), foreign: new Set() };

/** @param foreign titles that the merchant has called somebody else's */
export function titleBook(titles: readonly DatedTitle[], foreign: readonly string[]): TitleBook {
  return { spansOf: titleSpans(titles), foreign: new Set(foreign.map(foldTitle)) };
}

/** The number of whole units that an amount is the price of; null when it isn't. Exact beyond 2^53. */
export function wholeUnits(amountMinor: number, grossMinor: number, quantity: number): number | null {
  if (amountMinor <= 0) return amountMinor === 0 ? 0 : null;
  if (grossMinor <= 0 || amountMinor > grossMinor) return null;
  const product = BigInt(amountMinor) * BigInt(quantity);
  const gross = BigInt(grossMinor);
  return product % gross === 0n ? Number(product / gross) : null;
}

/** `cardKeys` are the cards that the title named when the order was placed. */
type Seen = { cardKeys: readonly string[]; title: string; amountMinor: number };

/** The automatic discounts of a line, each title once. */
function automaticDiscounts({ line, applications, placedAt }: LineOfOrder, book: TitleBook): Seen[] {
  const seen = new Map<string, Seen>();
  for (const { application, amount } of line.discounts) {
    const of = applications[application];
    if (of?.type !== 'automatic' || amount[1] === 0) continue;
    const folded = foldTitle(of.title);
    const before = seen.get(folded);
    if (before) before.amountMinor += amount[1];
    else {
      const cardKeys = cardsNamed(book.spansOf.get(folded), placedAt);
      seen.set(folded, { cardKeys, title: of.title, amountMinor: amount[1] });
    }
  }
  return [...seen.values()];
}

const NOTHING: LineReading = { free: null, flag: null };

export type LineOfOrder = {
  line: OrderLine;
  applications: readonly OrderDiscount[];
  /** The card that counts the line's units. */
  countedBy: string | null;
  /** When the order was placed, in milliseconds. */
  placedAt: number;
  /** The order came from a subscription. */
  subscription: boolean;
};

/** The units of a line that our discount made free, or why that can't be said. */
export function freeOnLine(told: LineOfOrder, book: TitleBook): LineReading {
  const { line, countedBy, subscription } = told;
  if (line.discounts.length === 0) return NOTHING;
  const seen = automaticDiscounts(told, book);
  const ours = seen.filter(({ cardKeys }) => cardKeys.length > 0);
  const isOfCard = ({ cardKeys }: Seen) => countedBy !== null && cardKeys.includes(countedBy);
  const elsewhere = ours.find((one) => !isOfCard(one));
  if (elsewhere) return flagged(line, elsewhere, elsewhere.cardKeys[0], 'ineligible-line');
  const [first] = ours;
  if (!first || countedBy === null) return foreignOnLine(line, seen, countedBy, book);
  const whole = { ...first, amountMinor: ours.reduce((sum, { amountMinor }) => sum + amountMinor, 0) };
  if (subscription) return flagged(line, whole, countedBy, 'subscription');
  const units = wholeUnits(whole.amountMinor, line.gross[1], line.quantity);
  if (units === null) return flagged(line, whole, countedBy, 'not-whole-units');
  return { free: units === 0 ? null : { cardKey: countedBy, units }, flag: null };
}

/** Somebody else's discount, unless it does what ours would: then it may be ours under another name. */
function foreignOnLine(
  line: OrderLine,
  seen: readonly Seen[],
  countedBy: string | null,
  book: TitleBook,
): LineReading {
  if (countedBy === null || !hasTitle(book, countedBy)) return NOTHING;
  const like = seen.find(
    ({ title, amountMinor }) =>
      !book.foreign.has(foldTitle(title)) && wholeUnits(amountMinor, line.gross[1], line.quantity) !== null,
  );
  return like ? flagged(line, like, countedBy, 'foreign-title') : NOTHING;
}

/** Whether the card ever had a discount of ours. */
function hasTitle({ spansOf }: TitleBook, cardKey: string): boolean {
  return [...spansOf.values()].some((spans) => spans.some((span) => span.cardKey === cardKey));
}

function flagged(
  line: OrderLine,
  { title, amountMinor }: Seen,
  cardKey: string | undefined,
  reason: FlagReason,
): LineReading {
  if (cardKey === undefined) return NOTHING;
  const { lineId, quantity, gross } = line;
  return {
    free: null,
    flag: { lineId, cardKey, reason, title: title.trim(), amountMinor, grossMinor: gross[1], quantity },
  };
}
