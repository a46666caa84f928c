// Values beyond what any store sells: an order that has one is refused at the door, because reckoning with it overflows later.
import { UnreadableOrder } from './unreadable-order.ts';

/** In minor units, below zero too. */
const MOST_MINOR = 1_000_000_000_000;
const MOST_UNITS = 1_000_000;

const UNITS: readonly string[] = ['quantity', 'currentQuantity'];

/** Looks at each number of a snapshot: units under their names, all others are money. Throws UnreadableOrder. */
export function refuseBeyondBounds(snapshot: object): void {
  const path = beyondBounds(snapshot, '');
  if (path !== null) throw new UnreadableOrder(`not an order: ${path.join('.')}`);
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
