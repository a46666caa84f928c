// How many items were free, read back from what an order's entry keeps of its lines.
import { z } from 'zod';
import { stampLine } from './order-explanation.ts';
import { freeKept } from './saved-by-free.ts';

/** Free units of one card that are kept; null where nothing is, or where older entries don't say. */
export function freeOfStamps(stored: unknown): number | null {
  const stamps = z.array(stampLine.required()).safeParse(stored).data ?? [];
  const free = stamps.filter(({ taken }) => taken > 0).reduce((sum, line) => sum + freeKept(line), 0);
  return free > 0 ? free : null;
}
