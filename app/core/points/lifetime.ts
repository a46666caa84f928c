// "12 orders, €340.00 in all": the orders of a member that were paid, and what the shop kept of them.
import type { OrderFacts } from '../snapshots/order-facts.ts';
import { isPaid, type OrderSnapshot } from '../snapshots/order-snapshot.ts';
import { goodwillMinor, receivedKey, saysWhatFor } from './goodwill.ts';
import { keptTotalMinor } from './kept-money.ts';

/** `keptMinor` in the shop's currency; null where it can't be worked out from what was told. */
export type Lifetime = { orders: number; keptMinor: number | null };

type Told = { snapshot: OrderSnapshot; facts: OrderFacts | null };

export function lifetimeOf(told: readonly Told[], currency: string): Lifetime {
  const paid = told.filter(({ snapshot }) => counts(snapshot));
  return { orders: paid.length, keptMinor: keptOfAll(paid, currency) };
}

/** Nothing is kept of an order that was cancelled or paid back whole. */
function counts(snapshot: OrderSnapshot): boolean {
  return snapshot.cancelledAt === null && snapshot.status !== 'refunded' && isPaid(snapshot);
}

function keptOfAll(paid: readonly Told[], currency: string): number | null {
  let sum = 0;
  for (const { snapshot, facts } of paid) {
    const kept = keptOf(snapshot, facts, currency);
    if (kept === null) return null;
    sum += kept;
  }
  return sum;
}

/** Old snapshots don't say what refunds are for, and what was paid in another currency isn't told in the shop's. */
function keptOf(snapshot: OrderSnapshot, facts: OrderFacts | null, currency: string): number | null {
  const ofShop = snapshot.currency === currency && snapshot.presentmentCurrency === currency;
  if (!ofShop || !snapshot.refunds.every(saysWhatFor)) return null;
  const known = facts?.received;
  const received = known && known.of === receivedKey(snapshot) ? known.minor : null;
  return Math.max(0, keptTotalMinor(snapshot) - goodwillMinor(snapshot, received));
}
