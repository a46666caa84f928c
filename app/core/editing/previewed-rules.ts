import { namesProducts } from '../program/names-products.ts';
import { pausedLike } from '../program/paused.ts';
import type { StampCard } from '../program/card-rules.ts';
import type { ProgramRules } from '../program/program-rules.ts';

/**
 * As customers would see it while the program runs. The made-up product of a preview is on a card whose products are still to
 * choose, so that there is something to see.
 * @param place of the one card that is shown; all where it is missing
 */
export function previewedRules(rules: ProgramRules, place?: number): ProgramRules {
  const cards = place === undefined ? rules.cards : rules.cards.slice(place, place + 1);
  return { ...pausedLike(rules, {}), cards: cards.map(withProducts) };
}

/** One moment and nothing else, by its place. */
export function momentAlone(rules: ProgramRules, place: number): ProgramRules {
  const moments = (rules.moments ?? []).slice(place, place + 1);
  return { ...pausedLike(rules, {}), cards: [], occasions: [], pointsOff: true, moments };
}

function withProducts(card: StampCard): StampCard {
  return namesProducts(card.products) ? card : { ...card, products: { ...card.products, all: true } };
}
