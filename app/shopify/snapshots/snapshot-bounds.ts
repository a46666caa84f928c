// Values beyond what any store sells: an order that has one is refused at the door, because reckoning with it overflows later.
import { UnreadableOrder } from './unreadable-order.ts';

/** In minor units, below zero too. */
const MOST_MINOR = 1_000_000_000_000;
const MOST_UNITS = 1_000_000;

const UNITS: readonly string[] = ['quantity', 'currentQuantity'];

/** Looks at each number of a snapshot: units under their names, all others are money. Throws UnreadableOrder. */
export function refuseBeyondBounds(value: unknown, path: readonly string[] = []): void {
  if (typeof value === 'number') {
    const most = UNITS.includes(path.at(-1) ?? '') ? MOST_UNITS : MOST_MINOR;
    if (!(Math.abs(value) <= most)) throw new UnreadableOrder(`not an order: ${path.join('.')}`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) refuseBeyondBounds(inner, [...path, key]);
  }
}
