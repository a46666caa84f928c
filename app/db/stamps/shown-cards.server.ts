// Stamp cards of a member `m`, as the sync reads them.
import type { CardsState } from '#app/core/storefront/project-cards.ts';
import { CARDS } from '../members/member-cards.server.ts';

export const SHOWN_CARDS = `${CARDS} as cards`;

export type ShownCards = CardsState;

export function shownCards({ cards }: ShownCards): CardsState {
  return { cards };
}
