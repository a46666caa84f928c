import { FormLayout } from '@shopify/polaris';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { GivesField, type KindFields, type RewardFieldProps } from './kind-fields.tsx';

export const anyAmountFields: KindFields = { isStep: true, Worth, More };

function Worth(props: RewardFieldProps) {
  const { rewards: say } = useTexts();
  return <GivesField {...props} field="amount" label={say.stepWorth(props.currency)} />;
}

function More(props: RewardFieldProps) {
  const { rewards: say } = useTexts();
  const { currency } = props;
  return (
    <FormLayout>
      <FormLayout.Group condensed>
        <GivesField {...props} field="least" label={say.anyLeast(currency)} />
        <GivesField {...props} field="most" label={say.anyMost(currency)} help={say.anyMostHelp} />
      </FormLayout.Group>
      <GivesField {...props} field="share" label={say.share} help={say.shareHelp} isPercent />
    </FormLayout>
  );
}
