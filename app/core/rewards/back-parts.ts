// The lots that points come back to: last taken, first back, because those live longest. Which they are is replayed from the
// voucher's own entries; nothing of it is stored.
import { byPreference, type LotOrigin } from '../ledger/lot-book.ts';
import { addDays } from '../values/days.ts';

/** A part of a debit. Null where it was owed: no lot was there. */
export type TakenPart = { lot: (LotOrigin & { seq: number }) | null; amount: number };

/** An entry of the voucher, in the order in which they were written; `parts` of a debit only. */
export type VoucherEntry = { amount: number; parts: readonly TakenPart[] };

/** A new lot of the same order and day. */
export type BackPart = {
  amount: number;
  orderId: string | null;
  countedOn: string;
  keepUntil: string | null;
};

/** Points that come back last at least so many days more. */
export const KEPT_DAYS = 14;

/** In the order in which the book gave them: own lots first, what was owed last. */
function inOrder(parts: readonly TakenPart[], voucherId: string): TakenPart[] {
  const prefer = byPreference({ orderId: null, voucherId });
  return [...parts].sort((a, b) => (a.lot && b.lot ? prefer(a.lot, b.lot) : a.lot ? -1 : b.lot ? 1 : 0));
}

/** Takes `amount` off the top of the stack. */
function pop(stack: TakenPart[], amount: number): TakenPart[] {
  const popped: TakenPart[] = [];
  for (let open = amount, top = stack.pop(); top; top = stack.pop()) {
    const part = Math.min(top.amount, open);
    popped.push({ ...top, amount: part });
    open -= part;
    if (part < top.amount) stack.push({ ...top, amount: top.amount - part });
    if (open === 0) break;
  }
  return popped;
}

/** @param today of the shop: what was owed has no lot, and comes back as a credit of today */
export function backParts(
  entries: readonly VoucherEntry[],
  amount: number,
  { voucherId, today }: { voucherId: string; today: string },
): BackPart[] {
  const stack: TakenPart[] = [];
  for (const entry of entries) {
    if (entry.amount < 0) stack.push(...inOrder(entry.parts, voucherId));
    else if (entry.amount > 0) pop(stack, entry.amount);
  }
  const least = addDays(today, KEPT_DAYS);
  return pop(stack, amount).map(({ lot, amount: part }): BackPart => {
    if (!lot) return { amount: part, orderId: null, countedOn: today, keepUntil: null };
    const { keepUntil } = lot;
    const until = keepUntil !== null && keepUntil > least ? keepUntil : least;
    return { amount: part, orderId: lot.orderId, countedOn: lot.countedOn, keepUntil: until };
  });
}
