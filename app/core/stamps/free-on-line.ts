// "Our discount made this unit free": read from an order's line, by our titles and by whole units. What can't be read for
// certain is flagged for the merchant, and takes nothing until they decide.
import type { OrderDiscount, OrderLine } from '../snapshots/order-snapshot.ts';

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

/** The titles that are known beside the order, folded (`foldTitle`). */
export type TitleBook = {
  /** The card whose discount bears the title. */
  readonly cardOf: ReadonlyMap<string, string>;
  /** Titles that the merchant has called somebody else's. */
  readonly foreign: ReadonlySet<string>;
};

export const NO_TITLES: TitleBook = { cardOf: new Map(), foreign: new Set() };

/** Titles are compared without their case and the blanks around them. */
function foldTitle(title: string): string {
  return title.trim().toLowerCase();
}

/** @param foreign titles that the merchant has called somebody else's */
export function titleBook(
  titles: readonly { readonly cardKey: string; readonly title: string }[],
  foreign: readonly string[],
): TitleBook {
  return {
    cardOf: new Map(titles.map(({ cardKey, title }) => [foldTitle(title), cardKey])),
    foreign: new Set(foreign.map(foldTitle)),
  };
}

/** The number of whole units that an amount is the price of; null when it isn't. Exact beyond 2^53. */
export function wholeUnits(amountMinor: number, grossMinor: number, quantity: number): number | null {
  if (amountMinor <= 0) return amountMinor === 0 ? 0 : null;
  if (grossMinor <= 0 || amountMinor > grossMinor) return null;
  const product = BigInt(amountMinor) * BigInt(quantity);
  const gross = BigInt(grossMinor);
  return product % gross === 0n ? Number(product / gross) : null;
}

type Seen = { cardKey: string | null; title: string; amountMinor: number };

/** The automatic discounts of a line, each title once. */
function automaticDiscounts(
  { discounts }: OrderLine,
  applications: readonly OrderDiscount[],
  book: TitleBook,
): Seen[] {
  const seen = new Map<string, Seen>();
  for (const { application, amount } of discounts) {
    const of = applications[application];
    if (of?.type !== 'automatic' || amount[1] === 0) continue;
    const folded = foldTitle(of.title);
    const before = seen.get(folded);
    if (before) before.amountMinor += amount[1];
    else
      seen.set(folded, { cardKey: book.cardOf.get(folded) ?? null, title: of.title, amountMinor: amount[1] });
  }
  return [...seen.values()];
}

const NOTHING: LineReading = { free: null, flag: null };

type LineOfOrder = {
  line: OrderLine;
  applications: readonly OrderDiscount[];
  /** The card that counts the line's units. */
  countedBy: string | null;
  /** The order came from a subscription. */
  subscription: boolean;
};

/** The units of a line that our discount made free, or why that can't be said. */
export function freeOnLine(
  { line, applications, countedBy, subscription }: LineOfOrder,
  book: TitleBook,
): LineReading {
  if (line.discounts.length === 0) return NOTHING;
  const seen = automaticDiscounts(line, applications, book);
  const ours = seen.filter(({ cardKey }) => cardKey !== null);
  const elsewhere = ours.find(({ cardKey }) => cardKey !== countedBy);
  if (elsewhere) return flagged(line, elsewhere, 'ineligible-line');
  const [first] = ours;
  if (!first) return foreignOnLine(line, seen, countedBy, book);
  const whole = { ...first, amountMinor: ours.reduce((sum, { amountMinor }) => sum + amountMinor, 0) };
  if (subscription) return flagged(line, whole, 'subscription');
  const units = wholeUnits(whole.amountMinor, line.gross[1], line.quantity);
  if (units === null) return flagged(line, whole, 'not-whole-units');
  return { free: countedBy === null || units === 0 ? null : { cardKey: countedBy, units }, flag: null };
}

/** Somebody else's discount, unless it does what ours would: then it may be ours under another name. */
function foreignOnLine(
  line: OrderLine,
  seen: readonly Seen[],
  countedBy: string | null,
  book: TitleBook,
): LineReading {
  if (countedBy === null || ![...book.cardOf.values()].includes(countedBy)) return NOTHING;
  const like = seen.find(
    ({ title, amountMinor }) =>
      !book.foreign.has(foldTitle(title)) && wholeUnits(amountMinor, line.gross[1], line.quantity) !== null,
  );
  return like ? flagged(line, { ...like, cardKey: countedBy }, 'foreign-title') : NOTHING;
}

function flagged(line: OrderLine, { cardKey, title, amountMinor }: Seen, reason: FlagReason): LineReading {
  if (cardKey === null) return NOTHING;
  const { lineId, quantity, gross } = line;
  return {
    free: null,
    flag: { lineId, cardKey, reason, title: title.trim(), amountMinor, grossMinor: gross[1], quantity },
  };
}
