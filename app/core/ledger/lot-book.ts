// The lots that a debit uses, and the debts that a credit repays. A lot is what is left of one credit.
// A debit takes the order's own lots first, so that a refund undoes its own award, then the oldest.
// An amount that no lot covers is owed, and the next credit repays it before it opens a lot.

/** Names an entry of one member before the database has given it an id. */
export type EntrySeq = number;

export type Lot = { seq: EntrySeq; orderId: string | null; rest: number };
export type Debt = { seq: EntrySeq; rest: number };
export type Allocation = { debit: EntrySeq; credit: EntrySeq; amount: number };

/** Open lots and unpaid debts of one member in one unit. Never both: credits repay before they open a lot. */
export type LotBook = { lots: readonly Lot[]; debts: readonly Debt[] };

export const EMPTY_BOOK: LotBook = { lots: [], debts: [] };

export type NewEntry = { seq: EntrySeq; orderId: string | null; amount: number };

export type Allocated = { book: LotBook; allocations: Allocation[] };

function byPreference(orderId: string | null) {
  return (a: Lot, b: Lot): number => {
    const own = (lot: Lot) => (orderId !== null && lot.orderId === orderId ? 0 : 1);
    return own(a) - own(b) || a.seq - b.seq;
  };
}

/** Takes up to `amount` from items in their order; returns what each gave. */
function take<T extends { seq: EntrySeq; rest: number }>(items: readonly T[], amount: number) {
  let open = amount;
  const taken: { seq: EntrySeq; amount: number }[] = [];
  const left: T[] = [];
  for (const item of items) {
    const part = Math.min(item.rest, open);
    open -= part;
    if (part > 0) taken.push({ seq: item.seq, amount: part });
    if (item.rest > part) left.push({ ...item, rest: item.rest - part });
  }
  return { taken, left, open };
}

function allocateDebit(book: LotBook, entry: NewEntry): Allocated {
  const { taken, left, open } = take([...book.lots].sort(byPreference(entry.orderId)), -entry.amount);
  const debts = open > 0 ? [...book.debts, { seq: entry.seq, rest: open }] : book.debts;
  const allocations = taken.map((part) => ({ debit: entry.seq, credit: part.seq, amount: part.amount }));
  return { book: { lots: left, debts }, allocations };
}

function allocateCredit(book: LotBook, entry: NewEntry): Allocated {
  const oldestFirst = [...book.debts].sort((a, b) => a.seq - b.seq);
  const { taken, left, open } = take(oldestFirst, entry.amount);
  const lot: Lot = { seq: entry.seq, orderId: entry.orderId, rest: open };
  const lots = open > 0 ? [...book.lots, lot] : book.lots;
  const allocations = taken.map((part) => ({ debit: part.seq, credit: entry.seq, amount: part.amount }));
  return { book: { lots, debts: left }, allocations };
}

/** The book after one more entry, and the allocations that must be recorded with it. */
export function allocateEntry(book: LotBook, entry: NewEntry): Allocated {
  return entry.amount < 0 ? allocateDebit(book, entry) : allocateCredit(book, entry);
}

/** The balance by the book: open lots less debts. */
export function bookBalance(book: LotBook): number {
  const sum = (items: readonly { rest: number }[]) => items.reduce((total, item) => total + item.rest, 0);
  return sum(book.lots) - sum(book.debts);
}
