import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookBalance, EMPTY_BOOK, allocateEntry, type LotBook } from '#app/core/ledger/lot-book.ts';

type Amount = { amount: number; orderId?: string };

function play(entries: readonly Amount[]) {
  let book: LotBook = EMPTY_BOOK;
  const allocations = entries.flatMap(({ amount, orderId = null }, index) => {
    const settled = allocateEntry(book, { seq: index + 1, orderId, amount });
    book = settled.book;
    return settled.allocations;
  });
  return { book, allocations };
}

describe('lots', () => {
  it('a debit takes the oldest lot first', () => {
    const { book } = play([{ amount: 10 }, { amount: 10 }, { amount: -15 }]);
    expect(book.lots).toEqual([{ seq: 2, orderId: null, rest: 5 }]);
  });

  it('a refund takes the order’s own lot first', () => {
    const { book } = play([
      { amount: 10, orderId: 'a' },
      { amount: 10, orderId: 'b' },
      { amount: -6, orderId: 'b' },
    ]);
    expect(Object.fromEntries(book.lots.map(({ seq, rest }) => [seq, rest]))).toEqual({ 1: 10, 2: 4 });
  });

  it('C15 what no lot covers is owed, and the next credit repays it before it opens a lot', () => {
    const owing = play([{ amount: 10 }, { amount: -25 }]);
    expect(owing.book).toEqual({ lots: [], debts: [{ seq: 2, rest: 15 }] });
    const repaid = play([{ amount: 10 }, { amount: -25 }, { amount: 20 }]);
    expect(repaid.book.lots.map(({ seq, rest }) => [seq, rest])).toEqual([[3, 5]]);
    expect(repaid.allocations).toContainEqual({ debit: 2, credit: 3, amount: 15 });
  });

  it('C05 the sum of entries is open lots less debts, after any sequence, and never both at once', () => {
    const entry = fc.record({
      amount: fc.integer({ min: -50, max: 50 }).filter((amount) => amount !== 0),
      orderId: fc.constantFrom('a', 'b', 'c'),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), (entries) => {
        const { book, allocations } = play(entries);
        expect(bookBalance(book)).toBe(entries.reduce((sum, { amount }) => sum + amount, 0));
        expect(book.lots.length === 0 || book.debts.length === 0).toBe(true);
        expect(allocations.every(({ amount }) => amount > 0)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
