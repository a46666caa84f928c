// The lots that a debit uses, and the debts that a credit repays. A lot is what is left of one credit.
// A debit takes the order's own lots first, so that a refund undoes its own award, and a voucher what came back of it; then
// those that were counted on the earliest day, because they would end the soonest.
// An amount that no lot covers is owed, and the next credit repays it before it opens a lot.

/** Names an entry of one member before the database has given it an id. */
export type EntrySeq = number;

/** Where a lot comes from, and how long it lives. Days are the shop's. */
export type LotOrigin = {
  orderId: string | null;
  /** The voucher that its points came back of. */
  voucherId: string | null;
  countedOn: string;
  /** It doesn't end before. */
  keepUntil: string | null;
};

export type Lot = LotOrigin & { seq: EntrySeq; rest: number };
export type Debt = { seq: EntrySeq; rest: number };
export type Allocation = { debit: EntrySeq; credit: EntrySeq; amount: number };

/** Open lots and unpaid debts of one member in one unit. Never both: credits repay before they open a lot. */
export type LotBook = { lots: readonly Lot[]; debts: readonly Debt[] };

export const EMPTY_BOOK: LotBook = { lots: [], debts: [] };

/** `takesBack`: the credit whose own lot a debit takes before all others. */
export type NewEntry = LotOrigin & { seq: EntrySeq; amount: number; takesBack?: EntrySeq };

export type Allocated = { book: LotBook; allocations: Allocation[] };

type Origin = Pick<LotOrigin, 'orderId' | 'voucherId'>;
type Seeking = Origin & { takesBack?: EntrySeq };

const ofNothing = (own: string | null, its: string | null): boolean => own === null || own !== its;

/** Texts of days sort as days do; no day to be kept until is before any. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The lots that a debit takes first come first. */
export function byPreference({ orderId, voucherId, takesBack }: Seeking) {
  const own = (lot: Origin & { seq: EntrySeq }) =>
    lot.seq !== takesBack && ofNothing(orderId, lot.orderId) && ofNothing(voucherId, lot.voucherId) ? 1 : 0;
  return (a: Omit<Lot, 'rest'>, b: Omit<Lot, 'rest'>): number =>
    own(a) - own(b) ||
    compare(a.countedOn, b.countedOn) ||
    compare(a.keepUntil ?? '', b.keepUntil ?? '') ||
    a.seq - b.seq;
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
  const { taken, left, open } = take([...book.lots].sort(byPreference(entry)), -entry.amount);
  const debts = open > 0 ? [...book.debts, { seq: entry.seq, rest: open }] : book.debts;
  const allocations = taken.map((part) => ({ debit: entry.seq, credit: part.seq, amount: part.amount }));
  return { book: { lots: left, debts }, allocations };
}

function allocateCredit(book: LotBook, entry: NewEntry): Allocated {
  const oldestFirst = [...book.debts].sort((a, b) => a.seq - b.seq);
  const { taken, left, open } = take(oldestFirst, entry.amount);
  const { seq, orderId, voucherId, countedOn, keepUntil } = entry;
  const lot: Lot = { seq, orderId, voucherId, countedOn, keepUntil, rest: open };
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
