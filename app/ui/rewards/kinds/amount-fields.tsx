import { useTexts } from '#app/ui/shell/use-texts.ts';
import { GivesField, type KindFields, type RewardFieldProps } from './kind-fields.tsx';

export const amountFields: KindFields = { Worth };

function Worth(props: RewardFieldProps) {
  const { rewards: say } = useTexts();
  return <GivesField {...props} field="amount" label={say.amount(props.currency)} />;
}
