import type { RewardHealth } from '#app/core/discounts/discount-health.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { DiscountStanding } from '../discounts/discount-standing.tsx';
import { rewardProblem } from './reward-problem.ts';

type Props = { discount: RewardHealth; timeZone: string };

/** The state of a published reward's discount at Shopify, and what to do where it isn't well. */
export function RewardDiscount(props: Props) {
  const texts = useTexts();
  const language = useLanguage();
  const { changeHere, ...standing } = texts.rewards.discount;
  const said = { standing: standing[props.discount.state], changeHere };
  return <DiscountStanding {...props} {...said} trouble={rewardProblem(props.discount, texts, language)} />;
}
