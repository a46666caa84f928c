// The figures that a merchant counts day by day: points given and taken back, orders that counted, cards filled, units
// made free and what they cost, points spent on rewards, members who joined and who came back, gifts given.
// A day is the shop's own, and an entry belongs to the day on which its order was placed, however late it was told.
import { cardKeyOf, type Unit } from '../values/units.ts';

export const FIGURES = [
  'points-given',
  'points-taken',
  /** For rewards, less what came back of them. */
  'points-spent',
  'orders-counted',
  'cards-filled',
  'units-freed',
  /** Their price, in the shop's minor units. */
  'freed-minor',
  /** Of them, those of which nobody wrote down what they cost. */
  'freed-unpriced',
  'members-joined',
  'members-left',
  /** By the second order that brought something. */
  'members-returned',
  'gifts-given',
] as const;
/** Units that one card made free, by its key. */
export type FreedByCard = `units-freed/${string}`;
export type FigureKind = (typeof FIGURES)[number] | FreedByCard;

/** How such a figure's kind begins; the card's key follows. */
export const FREED_BY_CARD = 'units-freed/';

/** Kinds that the release before doesn't write, as SQL's `like`; the nightly check fills them in from the entries. */
export const ADDED_LATELY = [
  'members-returned',
  'freed-minor',
  'freed-unpriced',
  `${FREED_BY_CARD}%`,
] as const;

/**
 * Cards that a change of the stamps a member ever earned filled; below 0 where it emptied them again. What free units took
 * is no part of it: a card that was used stays filled.
 */
export function cardsFilled(before: number, after: number, size: number): number {
  return Math.floor(Math.max(0, after) / size) - Math.floor(Math.max(0, before) / size);
}

type CountedEntry = { unit: Unit; kind: string; amount: number; filled: number; freed: number };

type Figure = { kind: FigureKind; amount: number };

/** The figures that an entry adds to its day: one line a feature. */
const COUNTS: readonly ((entry: CountedEntry) => Figure[])[] = [giftFigures, pointFigures, stampFigures];

/** Points that move between two members of one person count for nothing. */
export function figuresOfEntry(entry: CountedEntry): Figure[] {
  return entry.kind === 'merge' ? [] : COUNTS.flatMap((count) => count(entry));
}

function giftFigures({ kind }: CountedEntry): Figure[] {
  return kind === 'occasion' || kind === 'gift' ? [{ kind: 'gifts-given', amount: 1 }] : [];
}

/** Entries of vouchers: what comes back of one isn't given, and its lot's order has counted before. */
export const OF_VOUCHERS: readonly string[] = ['redeem', 'back'];

function pointFigures({ unit, kind, amount }: CountedEntry): Figure[] {
  if (cardKeyOf(unit) !== null) return [];
  if (OF_VOUCHERS.includes(kind)) return [{ kind: 'points-spent', amount: 0 - amount }];
  return amount > 0 ? [{ kind: 'points-given', amount }] : [{ kind: 'points-taken', amount: -amount }];
}

function stampFigures({ unit, filled, freed }: CountedEntry): Figure[] {
  const cardKey = cardKeyOf(unit);
  if (cardKey === null) return [];
  if (freed !== 0) {
    return [
      { kind: 'units-freed', amount: freed },
      { kind: `${FREED_BY_CARD}${cardKey}`, amount: freed },
    ];
  }
  return filled === 0 ? [] : [{ kind: 'cards-filled', amount: filled }];
}

/**
 * The price of what is free of an order on a card, as its newest entry says; null where it says nothing, as entries of
 * before prices were kept. The same stands in `prisma/functions/figures_of_entries.sql`.
 */
export function freedMinor(explanation: unknown): number | null {
  const { savedMinor, target } = Object(explanation) as Record<string, unknown>;
  if (Number.isSafeInteger(savedMinor)) return Number(savedMinor);
  return target === 0 ? 0 : null;
}
