// Values beyond what any store sells: an order that has one is refused at the door, because reckoning with it overflows later.
import type { OrderLine } from '#app/core/snapshots/order-snapshot.ts';
import { UnreadableOrder } from './unreadable-order.ts';

/** In minor units, below zero too. */
const MOST_MINOR = 1_000_000_000_000;
const MOST_UNITS = 1_000_000;

const UNITS: readonly string[] = ['quantity', 'currentQuantity'];

/** Looks at each number of a snapshot: units under their names, all others are money. Throws UnreadableOrder. */
export function refuseBeyondBounds(snapshot: { lines: readonly OrderLine[] }): void {
  // Most numbers stand in the lines, where looking at each by its name takes a fifth of the time.
  const { lines, ...rest } = snapshot;
  const path = beyondBounds(lines.every(isLineWithin) ? rest : snapshot, '');
  if (path !== null) throw new UnreadableOrder(`not an order: ${path.join('.')}`);
}

const isMoney = (minor: number): boolean => Math.abs(minor) <= MOST_MINOR;

function isLineWithin(line: OrderLine): boolean {
  const { quantity, currentQuantity, gross, discounts, taxMinor, taxPaidMinor = 0 } = line;
  return (
    quantity <= MOST_UNITS &&
    currentQuantity <= MOST_UNITS &&
    isMoney(gross[0]) &&
    isMoney(gross[1]) &&
    isMoney(taxMinor) &&
    isMoney(taxPaidMinor) &&
    discounts.every(({ application, amount }) => isMoney(application) && amount.every(isMoney))
  );
}

/** Where the first such number stands. The path is put together on the way back: nearly no order has one. */
function beyondBounds(value: unknown, name: string): string[] | null {
  if (typeof value === 'number') {
    return Math.abs(value) <= (UNITS.includes(name) ? MOST_UNITS : MOST_MINOR) ? null : [];
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const key of Object.keys(value)) {
    const found = beyondBounds((value as Record<string, unknown>)[key], key);
    if (found) return [key, ...found];
  }
  return null;
}
