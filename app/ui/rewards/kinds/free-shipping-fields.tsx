import { useTexts } from '#app/ui/shell/use-texts.ts';
import { GivesField, type KindFields, type RewardFieldProps } from './kind-fields.tsx';

export const freeShippingFields: KindFields = { Worth };

function Worth(props: RewardFieldProps) {
  const { rewards: say } = useTexts();
  return <GivesField {...props} field="upTo" label={say.upTo(props.currency)} help={say.upToHelp} />;
}
