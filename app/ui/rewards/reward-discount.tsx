import type { RewardHealth } from '#app/core/discounts/discount-health.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { DiscountStanding } from '../discounts/discount-standing.tsx';

type Props = { discount: RewardHealth; timeZone: string };

/** The state of a published reward's discount at Shopify, and what to do where it isn't well. */
export function RewardDiscount(props: Props) {
  const { rewards } = useTexts();
  const { changeHere } = rewards.discount;
  return (
    <DiscountStanding {...props} standing={rewards.discount[props.discount.state]} changeHere={changeHere} />
  );
}
