// "These two customers are one": what is left of the loser's points and stamps goes to the survivor, lot by lot, each
// with its order and its day, so that a later refund still takes the order's own lot first. What was owed is owed by the survivor.
import type { Unit } from '../values/units.ts';
import type { EntrySeq, LotBook, LotOrigin } from './lot-book.ts';

/** One lot (above zero) or debt (below) that changes hands. */
export type MovedPart = Partial<LotOrigin> & {
  unit: Unit;
  seq: EntrySeq;
  orderId: string | null;
  amount: number;
};

/** In the order in which the loser's entries were made. All of it goes, so it doesn't matter which lot each debit takes. */
export function movedParts(books: ReadonlyMap<Unit, LotBook>): MovedPart[] {
  return [...books].flatMap(([unit, { lots, debts }]) => {
    const credits = lots.map(({ rest, ...lot }) => ({ ...lot, unit, amount: rest }));
    const owed = debts.map(({ seq, rest }) => ({ unit, seq, orderId: null, amount: -rest }));
    return [...credits, ...owed].sort((a, b) => a.seq - b.seq);
  });
}
