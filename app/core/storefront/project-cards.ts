// The stamp cards in a member's copies: the blocks' and the discount function's.
import type { StampCard } from '../program/card-rules.ts';
import { sizeNow } from '../stamps/card-life.ts';
import { cardState } from '../stamps/card-state.ts';
import type { CardsProjection, StampsProjection } from '../stamps/card-projection.ts';

export type CardsState = { cards: readonly CardOfMember[] };

/** Stamps are signed. Of an ended card a free unit was taken. */
type CardOfMember = { key: string; stamps: number; coming: number; size: number; ended?: boolean };

/** Cards in the program's order; a card that the program no longer runs is left out. */
export function projectCards({ cards: held }: CardsState, cards: readonly StampCard[]): CardsProjection {
  const projected = cards.flatMap((card) => {
    const own = held.find(({ key }) => key === card.key);
    if (!own) return [];
    const size = sizeNow(own, card.size);
    const { have, free } = cardState(own.stamps, size);
    const { owed } = cardState(own.stamps + own.coming, size);
    const { stamps, coming } = own;
    return [{ key: card.key, title: card.title, have, size, free, coming, stamps, owed }];
  });
  return { cards: projected };
}

/** The part of a member that the discount function reads, by the program's cards. */
export function projectStamps(
  { cards: held, blocked }: CardsState & { blocked: boolean },
  cards: readonly StampCard[],
): StampsProjection {
  const stamps = cards.flatMap((card) => {
    const own = held.find(({ key }) => key === card.key);
    return own ? [[card.key, [own.stamps, sizeNow(own, card.size)]] as const] : [];
  });
  return { v: 1, cards: Object.fromEntries(stamps) as StampsProjection['cards'], blocked };
}
