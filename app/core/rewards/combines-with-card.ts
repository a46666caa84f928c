// "Not together with the free item of the coffee card": Shopify lets two discounts stand on one order only where both allow
// the other's kind.
import { kindOf } from './kinds/kind-of.ts';
import type { Reward } from './reward-rules.ts';

/** The cards whose free unit can't stand beside the reward because the card says so. */
export function cardsThatForbid<Card extends Pick<Reward, 'combinesWith'>>(
  { gives }: Pick<Reward, 'gives'>,
  cards: readonly Card[],
): Card[] {
  return cards.filter(({ combinesWith }) => !combinesWith[kindOf(gives).discountClass(gives)]);
}
