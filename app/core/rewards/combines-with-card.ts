// "Not together with the free item of the coffee card": Shopify lets two discounts stand on one order only where both allow
// the other's kind.
import type { Reward, RewardGives } from './reward-rules.ts';

type DiscountClass = 'product' | 'order' | 'shipping';

function discountClass(gives: RewardGives): DiscountClass {
  if (gives.kind === 'free-shipping') return 'shipping';
  return gives.kind === 'percent' && gives.of !== 'order' ? 'product' : 'order';
}

/** The cards whose free unit can't stand beside the reward because the card says so. */
export function cardsThatForbid<Card extends Pick<Reward, 'combinesWith'>>(
  { gives }: Pick<Reward, 'gives'>,
  cards: readonly Card[],
): Card[] {
  return cards.filter(({ combinesWith }) => !combinesWith[discountClass(gives)]);
}
