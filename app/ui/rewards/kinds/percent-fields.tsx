import { ChoiceList, FormLayout } from '@shopify/polaris';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { Picks } from '../../editing/picks.tsx';
import { GivesField, type KindFields, type RewardFieldProps } from './kind-fields.tsx';

export const percentFields: KindFields = { Worth, More };

function Worth(props: RewardFieldProps) {
  const { rewards: say } = useTexts();
  return <GivesField {...props} field="percent" label={say.percent} isPercent />;
}

function More(props: RewardFieldProps) {
  const { rewards: say, program } = useTexts();
  const { reward, currency, functionsRun, problem, onChange } = props;
  const { of, products, collections } = reward;
  const nothing = products.length + collections.length === 0;
  return (
    <FormLayout>
      <ChoiceList
        title={say.of}
        choices={[
          { label: say.ofOrder, value: 'order' },
          { label: say.ofChosen, value: 'chosen' },
        ]}
        selected={[of]}
        onChange={([chosen]) => onChange({ of: chosen === 'order' ? 'order' : 'chosen' })}
      />
      {of === 'chosen' && (
        <Picks
          label={say.ofChosen}
          products={products}
          collections={collections}
          hint={nothing ? program.nothingChosen : null}
          error={problem('products')}
          onChange={onChange}
        />
      )}
      {(functionsRun || reward.most !== '') && (
        <GivesField {...props} field="most" label={say.percentMost(currency)} help={say.percentMostHelp} />
      )}
    </FormLayout>
  );
}
