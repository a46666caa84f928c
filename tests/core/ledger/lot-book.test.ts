import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bookBalance,
  EMPTY_BOOK,
  allocateEntry,
  type LotBook,
  type LotOrigin,
} from '#app/core/ledger/lot-book.ts';

type Amount = { amount: number } & Partial<LotOrigin>;

const ORIGIN: LotOrigin = { orderId: null, voucherId: null, countedOn: '2026-11-21', keepUntil: null };

function play(entries: readonly Amount[]) {
  let book: LotBook = EMPTY_BOOK;
  const allocations = entries.flatMap((entry, index) => {
    const settled = allocateEntry(book, { ...ORIGIN, ...entry, seq: index + 1 });
    book = settled.book;
    return settled.allocations;
  });
  return { book, allocations };
}

describe('lots', () => {
  it('a debit takes the oldest lot first', () => {
    const { book } = play([{ amount: 10 }, { amount: 10 }, { amount: -15 }]);
    expect(book.lots).toEqual([{ ...ORIGIN, seq: 2, rest: 5 }]);
  });

  it('a refund takes the order’s own lot first', () => {
    const { book } = play([
      { amount: 10, orderId: 'a' },
      { amount: 10, orderId: 'b' },
      { amount: -6, orderId: 'b' },
    ]);
    expect(Object.fromEntries(book.lots.map(({ seq, rest }) => [seq, rest]))).toEqual({ 1: 10, 2: 4 });
  });

  const restsOf = (entries: readonly Amount[]) =>
    Object.fromEntries(play(entries).book.lots.map(({ seq, rest }) => [seq, rest]));

  it('a debit takes the lot that was counted on the earliest day, however late it was told', () => {
    const late = { amount: 10, countedOn: '2026-11-01' };
    expect(restsOf([{ amount: 10 }, late, { amount: -15 }])).toEqual({ 1: 5 });
  });

  it('of one day, a lot that is to be kept for longer goes last', () => {
    const kept = { amount: 10, keepUntil: '2026-12-05' };
    const keptLonger = { amount: 10, keepUntil: '2026-12-06' };
    expect(restsOf([keptLonger, kept, { amount: 10 }, { amount: -15 }])).toEqual({ 1: 10, 2: 5 });
  });

  it('C117 a voucher’s second debit takes what came back of it first', () => {
    const back = { amount: 10, voucherId: '7', countedOn: '2026-11-30' };
    expect(restsOf([{ amount: 10 }, back, { amount: -6, voucherId: '7' }])).toEqual({ 1: 10, 2: 4 });
    expect(restsOf([{ amount: 10 }, back, { amount: -6, voucherId: '8' }])).toEqual({ 1: 4, 2: 10 });
    expect(restsOf([{ amount: 10 }, back, { amount: -6 }])).toEqual({ 1: 4, 2: 10 });
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
      orderId: fc.constantFrom('a', 'b', 'c', null),
      voucherId: fc.constantFrom('7', '8', null),
      countedOn: fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-22'),
      keepUntil: fc.constantFrom('2026-12-05', '2026-12-06', null),
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
