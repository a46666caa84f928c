// What a merchant counts day by day: points given and taken back, orders that counted, cards filled, members who joined.
// A day is the shop's own, and an entry belongs to the day on which its order was placed, however late it was told.
import { cardKeyOf, type Unit } from './units.ts';

export const FIGURES = [
  'points-given',
  'points-taken',
  'orders-counted',
  'cards-filled',
  'members-joined',
  'members-left',
] as const;
export type FigureKind = (typeof FIGURES)[number];

/** Cards that a change of stamps filled; below 0 where it emptied them again. */
export function cardsFilled(before: number, after: number, size: number): number {
  return Math.floor(Math.max(0, after) / size) - Math.floor(Math.max(0, before) / size);
}

type CountedEntry = { unit: Unit; kind: string; amount: number; filled: number };

/** What an entry adds to its day, or null. Points that move between two members of one person count for neither. */
export function figureOfEntry(entry: CountedEntry): { kind: FigureKind; amount: number } | null {
  if (entry.kind === 'merge') return null;
  if (cardKeyOf(entry.unit) !== null) {
    return entry.filled === 0 ? null : { kind: 'cards-filled', amount: entry.filled };
  }
  return entry.amount > 0
    ? { kind: 'points-given', amount: entry.amount }
    : { kind: 'points-taken', amount: -entry.amount };
}
