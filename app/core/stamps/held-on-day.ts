// A member's stamps as the cart may use them: told once, they are given until a day, so that a standing sync gives no stamp
// twice for ever.
import type { HeldStamps } from './free-in-cart.ts';

export type ToldStamps = { readonly cards: HeldStamps; readonly until?: string | null };

/**
 * The stamps that count in a cart on a day. After `until` the told stamps are no longer given: what is owed stays owed,
 * running cards keep their size, and a cart's own units still make one free.
 */
export function heldOnDay({ cards, until }: ToldStamps, day: string): HeldStamps {
  if (until == null || day <= until) return cards;
  const held = Object.entries(cards).map(
    ([key, [stamps, size]]) => [key, [Math.min(0, stamps), size]] as const,
  );
  return Object.fromEntries(held);
}
