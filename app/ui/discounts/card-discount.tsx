import type { DiscountHealth } from '#app/core/discounts/discount-health.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { DiscountStanding } from './discount-standing.tsx';

type Props = { discount: DiscountHealth; timeZone: string };

/** The state of a published card's discount at Shopify, and what to do where it isn't well. */
export function CardDiscount(props: Props) {
  const { cards } = useTexts();
  const { changeHere, problems } = cards.discount;
  const { problem, state, way } = props.discount;
  const standing = way === 'cart' ? cards.discount[state] : cards.ways[way];
  const trouble = problem === null ? [] : [problems[problem]];
  return <DiscountStanding {...props} standing={standing} changeHere={changeHere} trouble={trouble} />;
}
